"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import type { SeriesColor } from "@/components/charts/series";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { SplitGrid } from "@/components/content/figures/split-grid";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { aucOfRandomSplit, aucOfTimeSplit, simulateDriftingLog } from "@/lib/evaluation/time-split";
import { formatCount, formatFixed } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const LOG = { items: 300, days: 40, futureDays: 8, viewsPerItemAndDay: 40 };
const TEST_DAYS = 8;
const TEST_SHARE = TEST_DAYS / LOG.days;

export function TimeSplitFigure({ caption }: VocabularyProps<"TimeSplitFigure">) {
  const { state, patch, reset, isChanged } = useFigureState({ halfLifeDays: 10, seed: 1 });
  const { random, time, deployed } = useMemo(() => measure(state), [state]);
  const rows: { id: string; label: string; auc: number; color: SeriesColor }[] = [
    { id: "random", label: "Random split promises", auc: random, color: 2 },
    { id: "time", label: "Time split promises", auc: time, color: 1 },
    { id: "deployed", label: "The 8 days after launch deliver", auc: deployed, color: 3 },
  ];
  return (
    <FigureFrame
      title="Two splits of one log, and what came after"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`The random split promises AUC ${formatFixed(random, 3)}, the time split ${formatFixed(time, 3)}; the days after launch deliver ${formatFixed(deployed, 3)}. ${verdictOf(random - deployed)}`}
      controls={
        <>
          <QuantityField
            label="Half-life of an item's appeal"
            unit="days"
            scale="log"
            min={2}
            max={1000}
            isInteger
            value={state.halfLifeDays}
            onChange={(halfLifeDays) => patch({ halfLifeDays })}
            hint="Short: tastes drift fast. 1,000: a frozen world."
          />
          <DrawAgain label="Draw another log" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Optimism of the random split",
              expression: `${formatFixed(random, 3)} − ${formatFixed(deployed, 3)}`,
              result: formatFixed(random - deployed, 3),
            },
            {
              name: "Optimism of the time split",
              expression: `${formatFixed(time, 3)} − ${formatFixed(deployed, 3)}`,
              result: formatFixed(time - deployed, 3),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Simulated: ${LOG.items} items, ${LOG.days} days, ${formatCount(LOG.items * LOG.days * LOG.viewsPerItemAndDay)} views; the model is one click rate per item`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Measured on", rowHeader: true, cell: (row) => row.label },
            { key: "auc", header: "AUC", numeric: true, cell: (row) => formatFixed(row.auc, 3) },
          ]}
        />
      }
    >
      <SplitGrid days={LOG.days} testDays={TEST_DAYS} />
      <BarChart
        title="AUC above chance, by the way it was measured"
        description={rows.map((row) => `${row.label}: ${formatFixed(row.auc, 3)}`).join("; ")}
        maximum={0.2}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.label,
          valueLabel: `AUC ${formatFixed(row.auc, 3)}`,
          segments: [{ id: "auc", value: Math.max(0, row.auc - 0.5), color: row.color }],
        }))}
      />
      <p className="m-0 -mt-2 text-xs text-ink-2">Bars start at 0.5, the AUC of guessing, and end at 0.7.</p>
    </FigureFrame>
  );
}

function measure({ halfLifeDays, seed }: { halfLifeDays: number; seed: number }) {
  const random = createRandom(seed);
  const log = simulateDriftingLog({ ...LOG, halfLifeDays }, random.fork("log"));
  const cut = LOG.days - TEST_DAYS;
  return {
    random: aucOfRandomSplit(log, TEST_SHARE, random.fork("rows")),
    time: aucOfTimeSplit(log, cut, cut, LOG.days),
    deployed: aucOfTimeSplit(log, LOG.days, LOG.days, LOG.days + LOG.futureDays),
  };
}

function verdictOf(optimism: number): string {
  if (optimism > 0.02) return "The random split learnt from days that it was tested on.";
  return "The world hardly moves, so both splits tell the truth.";
}
