"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { DotChart, type DotSeries } from "@/components/charts/dot-chart";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  inversePropensityRate,
  inversePropensityStandardError,
  naiveClickRate,
  orderByValue,
  seenProbability,
  simulateClicks,
} from "@/lib/evaluation/position-bias";
import { formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

/** P(click | seen) of ten items in the order in which they are shown. The best one lies at rank 8. */
const ATTRACTIONS = [0.1, 0.12, 0.08, 0.2, 0.05, 0.06, 0.07, 0.3, 0.04, 0.03];
const LETTERS = "ABCDEFGHIJ";
const AXIS_MAXIMUM = 0.4;
const SERIES: DotSeries[] = [
  { id: "naive", label: "Clicks / views (naive)", color: 2, shape: "ring" },
  { id: "weighted", label: "Clicks / views / P(seen) (weighted)", color: 1 },
  { id: "truth", label: "Liked when seen (the truth)", color: 3, shape: "tick" },
];

export function PositionBiasFigure({ sessions = 20_000, caption }: VocabularyProps<"PositionBiasFigure">) {
  const { state, patch, reset, isChanged } = useFigureState({ sessions, eta: 1, seed: 7 });
  const rows = useMemo(() => simulate(state), [state]);
  const order = (key: "truth" | "naive" | "weighted") => orderByValue(rows.map((row) => row.values[key]));
  const trueOrder = order("truth");
  const inPlace = (key: "naive" | "weighted") =>
    order(key).filter((item, rank) => item === trueOrder[rank]).length;
  const best = rows[trueOrder[0] ?? 0];
  return (
    <FigureFrame
      title="Ten items, shown in the same order every time"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Naive rates put ${inPlace("naive")} of 10 items in their true place, weighted ones ${inPlace("weighted")}. The best item, ${best?.letter} at rank ${best?.rank}, is liked in ${formatPercent(best?.values.truth ?? 0)} of the views that see it and clicked in ${formatPercent(best?.values.naive ?? 0)} of all.`}
      controls={
        <>
          <QuantityField
            label="Sessions"
            scale="log"
            min={100}
            max={1_000_000}
            isInteger
            value={state.sessions}
            onChange={(next) => patch({ sessions: next })}
          />
          <QuantityField
            label="Steepness η of P(seen) = rank^−η"
            min={0}
            max={2}
            step={0.1}
            value={state.eta}
            onChange={(eta) => patch({ eta })}
            hint="0: every rank is seen. 1: rank 8 is seen in one of eight views."
          />
          <DrawAgain label="Draw other sessions" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        best && (
          <FormulaLines
            lines={[
              {
                name: `Naive rate of ${best.letter}`,
                expression: `${formatWhole(best.clicks)} clicks / ${formatWhole(state.sessions)} views`,
                result: formatFixed(best.values.naive, 4),
              },
              {
                name: `Weighted rate of ${best.letter}`,
                expression: `${formatWhole(best.clicks)} / ${formatWhole(state.sessions)} / ${formatFixed(best.seen, 3)}`,
                result: formatFixed(best.values.weighted, 4),
              },
            ]}
          />
        )
      }
      table={
        <ChartTable
          caption="Each item at its rank"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "item",
              header: "Item",
              rowHeader: true,
              cell: (row) => `${row.letter}, rank ${row.rank}`,
            },
            { key: "seen", header: "P(seen)", numeric: true, cell: (row) => formatFixed(row.seen, 3) },
            { key: "truth", header: "Truth", numeric: true, cell: (row) => formatFixed(row.values.truth, 3) },
            { key: "naive", header: "Naive", numeric: true, cell: (row) => formatFixed(row.values.naive, 3) },
            {
              key: "weighted",
              header: "Weighted",
              numeric: true,
              cell: (row) => formatFixed(row.values.weighted, 3),
            },
            { key: "error", header: "± 2 s.e.", numeric: true, cell: (row) => formatFixed(2 * row.error, 3) },
          ]}
        />
      }
    >
      <DotChart
        title="Rate of each item: truth, naive estimate and weighted estimate"
        description={rows
          .map(
            (row) =>
              `${row.letter}: true ${formatFixed(row.values.truth, 2)}, naive ${formatFixed(row.values.naive, 3)}, weighted ${formatFixed(row.values.weighted, 3)}`,
          )
          .join("; ")}
        series={SERIES}
        rows={rows}
        maximum={AXIS_MAXIMUM}
        tickValues={[0, 0.1, 0.2, 0.3, 0.4]}
        format={formatPercent}
        axisLabel="Rate; the grey band is two standard errors of the weighted estimate around the truth"
      />
    </FigureFrame>
  );
}

function simulate({ sessions, eta, seed }: { sessions: number; eta: number; seed: number }) {
  const clicks = simulateClicks(ATTRACTIONS, sessions, eta, createRandom(seed));
  const naive = naiveClickRate(clicks, sessions);
  const weighted = inversePropensityRate(clicks, sessions, eta);
  return ATTRACTIONS.map((truth, i) => {
    const rank = i + 1;
    const error = inversePropensityStandardError(truth, rank, eta, sessions);
    return {
      id: `item-${rank}`,
      rank,
      letter: LETTERS[i] ?? "",
      label: `${LETTERS[i]}, rank ${rank}`,
      clicks: clicks[i] ?? 0,
      seen: seenProbability(rank, eta),
      error,
      values: { truth, naive: naive[i] ?? 0, weighted: weighted[i] ?? 0 },
      interval: [truth - 2 * error, truth + 2 * error] as const,
    };
  });
}
