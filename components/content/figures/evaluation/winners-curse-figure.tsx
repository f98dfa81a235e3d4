"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { expectedMaximumOfNormals } from "@/lib/evaluation/auction";
import { shrinkage, simulateWinners, TREATMENTS, type Treatment } from "@/lib/evaluation/winners-curse";
import { formatFixed, formatTick } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { noise: number; newNoise: number; newShare: number; seed: number };

const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const AUCTIONS = 300;
const LABELS: Record<Treatment, string> = {
  raw: "as predicted",
  pooled: "one calibration",
  own: "shrunk by own noise",
};
const COLORS: Record<Treatment, SeriesColor> = { raw: 2, pooled: 4, own: 1 };

export function WinnersCurseFigure({ noise = 0.3, caption }: VocabularyProps<"WinnersCurseFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    noise,
    newNoise: noise,
    newShare: 0,
    seed: 7,
  });
  const { winners, allAds } = useMemo(() => simulate(shown), [shown]);
  const last = (name: Treatment) => winners[name].at(-1) ?? 0;
  const top = Math.max(...TREATMENTS.flatMap((name) => winners[name]), 1.5);
  return (
    <FigureFrame
      title="Right on average, wrong about the winner"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Over all ads predictions are ${formatFixed(allAds, 2)} times the truth. The winner among 500 is predicted ${formatFixed(last("raw"), 2)} times too high; after one calibration for all ads ${formatFixed(last("pooled"), 2)}, shrunk by each ad's own uncertainty ${formatFixed(last("own"), 2)}.`}
      controls={
        <>
          <QuantityField
            label="Error of a known ad"
            unit="logit"
            min={0.05}
            max={0.8}
            step={0.05}
            value={state.noise}
            onChange={(next) => patch({ noise: next })}
            hint="Standard deviation of the predicted logit around the true one."
          />
          <QuantityField
            label="New ads"
            unit="%"
            min={0}
            max={100}
            step={5}
            value={state.newShare}
            onChange={(newShare) => patch({ newShare })}
          />
          <QuantityField
            label="Error of a new ad"
            unit="logit"
            min={0.05}
            max={1.5}
            step={0.05}
            value={state.newNoise}
            onChange={(newNoise) => patch({ newNoise })}
          />
          <DrawAgain label="Hold other auctions" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "How far a known ad's estimate is believed",
              expression: `0.5² / (0.5² + ${formatFixed(shown.noise, 2)}²)`,
              result: formatFixed(shrinkage(shown.noise), 3),
            },
            {
              name: "Highest of 500 normal errors, expected",
              expression: "E[max] of 500, in deviations",
              result: formatFixed(expectedMaximumOfNormals(500), 2),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Predicted over true click rate of the winner, ${AUCTIONS} auctions`}
          rows={COUNTS.map((count, index) => ({ count, index }))}
          rowKey={({ count }) => `ads-${count}`}
          columns={[
            { key: "count", header: "Eligible ads", rowHeader: true, cell: ({ count }) => count },
            ...TREATMENTS.map((name) => ({
              key: name,
              header: LABELS[name],
              numeric: true,
              cell: ({ index }: { index: number }) => formatFixed(winners[name][index] ?? 0, 2),
            })),
          ]}
        />
      }
    >
      <LineChart
        title="Predicted over true click rate of the winner"
        description={`As predicted it rises to ${formatFixed(last("raw"), 2)} with 500 ads; shrunk by own noise it stays at ${formatFixed(last("own"), 2)}.`}
        x={{
          kind: "log",
          domain: [1, 500],
          tickValues: [1, 10, 100, 500],
          label: "Eligible ads (log scale)",
          format: formatTick,
        }}
        y={{
          kind: "linear",
          domain: [0.5, Math.ceil(2 * top) / 2],
          label: "Predicted / true",
          format: (value) => formatFixed(value, 1),
        }}
        references={[{ axis: "y", value: 1, label: "calibrated" }]}
        series={TREATMENTS.map((name) => ({
          id: name,
          label: LABELS[name],
          color: COLORS[name],
          dash: name === "raw",
          points: COUNTS.map((count, index) => [count, winners[name][index] ?? 0] as const),
        }))}
      />
    </FigureFrame>
  );
}

function simulate({ noise, newNoise, newShare, seed }: Inputs) {
  return simulateWinners(
    { noise, newNoise, newShare: newShare / 100, auctions: AUCTIONS, counts: COUNTS },
    createRandom(seed),
  );
}
