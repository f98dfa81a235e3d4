"use client";

import { useDeferredValue, useMemo } from "react";
import { SeriesLegend } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { PlanePicture } from "@/components/content/figures/retrieval/plane-picture";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  buildLists,
  drawPlane,
  exactNeighbours,
  type ListSearch,
  recallByProbes,
  searchLists,
} from "@/lib/evaluation/inverted-lists";
import { formatFixed, formatPercent, formatWhole, formatWithNoun } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const POINTS = 400;
const GROUPS = 7;
const QUERIES = 60;
const NEIGHBOURS = 10;
const ROUNDS = 15;
type Inputs = { cells: number; probes: number; spread: number; x: number; y: number };

export function InvertedListsFigure({ cells, probes, caption }: VocabularyProps<"InvertedListsFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    cells,
    probes: Math.min(probes, cells),
    spread: 0.07,
    x: 0.5,
    y: 0.56,
  });
  const index = useMemo(() => {
    const rows = drawPlane(POINTS, GROUPS, state.spread, createRandom("plane"));
    return buildLists(rows, 2, state.cells, ROUNDS, createRandom("cells"));
  }, [state.cells, state.spread]);
  const search = useMemo(
    () =>
      searchLists(
        index,
        [state.x, state.y],
        state.probes,
        NEIGHBOURS,
        exactNeighbours(index, [state.x, state.y], NEIGHBOURS),
      ),
    [index, state.x, state.y, state.probes],
  );
  const measured = useDeferredValue(index);
  const curve = useMemo(
    () =>
      recallByProbes(
        measured,
        drawPlane(QUERIES, GROUPS, state.spread, createRandom("plane/queries")),
        NEIGHBOURS,
      ),
    [measured, state.spread],
  );
  const present = curve[state.probes - 1];
  const hits = Math.round(search.recall * NEIGHBOURS);
  return (
    <FigureFrame
      title="Cells, probes, and what lies across a border"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Here ${hits} of the ${NEIGHBOURS} nearest are found in ${formatWithNoun(state.probes, "cell")} of ${index.lists.length}, after ${formatWhole(search.compared)} comparisons instead of ${POINTS}. Over ${QUERIES} queries recall is ${formatFixed(present?.recall ?? 0, 2)} for ${formatPercent(present?.compared ?? 0)} of the work of a full scan.`}
      controls={
        <>
          <QuantityField
            label="Cells probed"
            min={1}
            max={state.cells}
            isInteger
            value={state.probes}
            onChange={(next) => patch({ probes: next })}
          />
          <QuantityField
            label="Cells in all"
            min={2}
            max={64}
            isInteger
            value={state.cells}
            onChange={(next) => patch({ cells: next, probes: Math.min(state.probes, next) })}
          />
          <QuantityField
            label="Query, across"
            min={0}
            max={1}
            step={0.01}
            value={state.x}
            onChange={(x) => patch({ x })}
          />
          <QuantityField
            label="Query, up"
            min={0}
            max={1}
            step={0.01}
            value={state.y}
            onChange={(y) => patch({ y })}
          />
          <QuantityField
            label="Spread of the groups"
            min={0.02}
            max={0.4}
            step={0.01}
            value={state.spread}
            onChange={(spread) => patch({ spread })}
            hint="At the right end nothing is left of the groups"
          />
        </>
      }
      formula={<FormulaLines lines={linesOf(search, index.lists.length)} />}
      table={
        <ChartTable
          caption={`Means over ${QUERIES} queries, ${POINTS} points, ${NEIGHBOURS} neighbours wanted`}
          rows={curve}
          rowKey={(row) => String(row.probes)}
          columns={[
            {
              key: "probes",
              header: "Cells probed",
              rowHeader: true,
              cell: (row) => formatWhole(row.probes),
            },
            { key: "recall", header: "Recall", numeric: true, cell: (row) => formatFixed(row.recall, 3) },
            {
              key: "compared",
              header: "Comparisons, of a full scan",
              numeric: true,
              cell: (row) => formatPercent(row.compared),
            },
          ]}
        />
      }
    >
      <div className="grid items-center gap-6 sm:grid-cols-2">
        <div className="grid gap-2">
          <PlanePicture
            index={index}
            search={search}
            query={state}
            onMove={patch}
            description={`A plane of ${POINTS} points in ${index.lists.length} cells. ${hits} of the ${NEIGHBOURS} points nearest to the query lie in the ${state.probes} probed cells.`}
          />
          <SeriesLegend
            entries={[
              { label: "Nearest, found", color: 1 },
              { label: "Nearest, missed (rings)", color: 2 },
            ]}
          />
        </div>
        <LineChart
          title="Recall against the work done"
          description={`Recall rises from ${formatFixed(curve[0]?.recall ?? 0, 2)} with one cell to 1 with all.`}
          x={{
            kind: "linear",
            domain: [0, 1.2],
            tickValues: [0, 0.25, 0.5, 0.75, 1],
            label: "Comparisons, of a full scan",
            format: formatPercent,
          }}
          y={{
            kind: "linear",
            domain: [0, 1],
            tickCount: 4,
            label: `Recall@${NEIGHBOURS}, mean`,
            format: formatPercent,
          }}
          series={[
            {
              id: "recall",
              label: "",
              color: 1,
              points: curve.map((row) => [row.compared, row.recall] as const),
            },
          ]}
          hideEndLabels
          marks={
            present
              ? [{ x: present.compared, y: present.recall, label: formatFixed(present.recall, 2), color: 1 }]
              : []
          }
        />
      </div>
    </FigureFrame>
  );
}

function linesOf(search: ListSearch, cells: number) {
  const inCells = search.compared - cells;
  return [
    {
      name: "Comparisons",
      expression: `${cells} centroids + ${formatWhole(inCells)} points in the probed cells`,
      result: formatWhole(search.compared),
    },
    {
      name: "Share of a full scan",
      expression: `${formatWhole(search.compared)} / ${POINTS}`,
      result: formatPercent(search.compared / POINTS),
    },
  ];
}
