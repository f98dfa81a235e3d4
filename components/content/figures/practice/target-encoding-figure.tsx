"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import type { SeriesColor } from "@/components/charts/series";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  drawCategoryRows,
  type EncodingResult,
  measureEncoding,
  signalAlone,
} from "@/lib/evaluation/target-encoding";
import { formatFixed, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const ROWS = 4000;
const FOLDS = 5;

export function TargetEncodingFigure({ rowsPerCategory, caption }: VocabularyProps<"TargetEncodingFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState({
    rowsPerCategory,
    spread: 0.3,
    priorRows: 1,
    seed: 1,
  });
  const { own, folded, alone } = useMemo(() => measure(shown), [shown]);
  const bars: { id: string; label: string; auc: number; color: SeriesColor }[] = [
    { id: "own-train", label: "With the row's own label: training rows", auc: own.trainAuc, color: 2 },
    { id: "own-test", label: "With the row's own label: test rows", auc: own.testAuc, color: 2 },
    { id: "fold-train", label: "Out of fold: training rows", auc: folded.trainAuc, color: 1 },
    { id: "fold-test", label: "Out of fold: test rows", auc: folded.testAuc, color: 1 },
    { id: "alone", label: "Without the category: test rows", auc: alone, color: 3 },
  ];
  return (
    <FigureFrame
      title="An encoding that has seen the answer"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`With its own label in the rate, a row promises AUC ${formatFixed(own.trainAuc, 3)} and the test gives ${formatFixed(own.testAuc, 3)}. Out of fold the model promises ${formatFixed(folded.trainAuc, 3)} and gives ${formatFixed(folded.testAuc, 3)}; without the category at all it would give ${formatFixed(alone, 3)}.`}
      controls={
        <>
          <QuantityField
            label="Rows of each category"
            unit="rows"
            scale="log"
            min={1}
            max={200}
            isInteger
            value={state.rowsPerCategory}
            onChange={(next) => patch({ rowsPerCategory: next })}
          />
          <QuantityField
            label="How much categories differ"
            unit="logits"
            min={0}
            max={2}
            step={0.1}
            value={state.spread}
            onChange={(spread) => patch({ spread })}
            hint="0: the category says nothing at all."
          />
          <QuantityField
            label="Imagined rows at the mean (smoothing)"
            unit="rows"
            min={0}
            max={50}
            value={state.priorRows}
            onChange={(priorRows) => patch({ priorRows })}
          />
          <DrawAgain label="Draw other rows" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Promised and not kept, own label",
              expression: `${formatFixed(own.trainAuc, 3)} − ${formatFixed(own.testAuc, 3)}`,
              result: formatFixed(own.trainAuc - own.testAuc, 3),
            },
            {
              name: "Promised and not kept, out of fold",
              expression: `${formatFixed(folded.trainAuc, 3)} − ${formatFixed(folded.testAuc, 3)}`,
              result: formatFixed(folded.trainAuc - folded.testAuc, 3),
            },
          ]}
        />
      }
      table={<EncodingTable own={own} folded={folded} />}
    >
      <BarChart
        title="AUC above chance, by encoding and by rows"
        description={bars.map((bar) => `${bar.label}: ${formatFixed(bar.auc, 3)}`).join("; ")}
        maximum={0.5}
        rows={bars.map((bar) => ({
          id: bar.id,
          label: bar.label,
          valueLabel: `AUC ${formatFixed(bar.auc, 3)}`,
          segments: [{ id: "auc", value: Math.max(0, bar.auc - 0.5), color: bar.color }],
        }))}
      />
      <p className="m-0 -mt-2 text-xs text-ink-2">Bars start at 0.5, the AUC of guessing, and end at 1.</p>
    </FigureFrame>
  );
}

function EncodingTable({ own, folded }: { own: EncodingResult; folded: EncodingResult }) {
  const rows = [
    { name: "With the row's own label", ...own },
    { name: `Out of ${FOLDS} folds`, ...folded },
  ];
  return (
    <ChartTable
      caption={`Logistic regression on the encoded category and one honest feature (true weight 1); ${formatWhole(ROWS)} training and ${formatWhole(ROWS)} test rows`}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: "name", header: "Encoding", rowHeader: true, cell: (row) => row.name },
        { key: "train", header: "Training AUC", numeric: true, cell: (row) => formatFixed(row.trainAuc, 3) },
        { key: "test", header: "Test AUC", numeric: true, cell: (row) => formatFixed(row.testAuc, 3) },
        {
          key: "category",
          header: "Weight of the category",
          numeric: true,
          cell: (row) => formatFixed(row.categoryWeight, 2),
        },
        {
          key: "signal",
          header: "Weight of the feature",
          numeric: true,
          cell: (row) => formatFixed(row.signalWeight, 2),
        },
      ]}
    />
  );
}

function measure(state: { rowsPerCategory: number; spread: number; priorRows: number; seed: number }) {
  const drawn = drawCategoryRows(
    {
      rows: ROWS,
      categories: Math.max(2, Math.round(ROWS / state.rowsPerCategory)),
      categorySpread: state.spread,
      signalWeight: 1,
    },
    createRandom(`encoding-${state.seed}`),
  );
  return {
    own: measureEncoding(drawn, state.priorRows, 0),
    folded: measureEncoding(drawn, state.priorRows, FOLDS),
    alone: signalAlone(drawn),
  };
}
