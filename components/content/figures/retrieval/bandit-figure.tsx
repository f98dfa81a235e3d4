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
import { type BanditCurve, type BanditPolicy, compareBandits } from "@/lib/evaluation/bandits";
import { formatFixed, formatPercent, formatTick, formatWhole, percentOf } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const RUNS = 20;
const CHECKPOINTS = 30;
const PRIOR_VIEWS = 20;
const NAMES: Record<BanditPolicy, string> = {
  greedy: "Greedy",
  epsilon: "Epsilon-greedy",
  ucb: "UCB1",
  thompson: "Thompson",
};
const COLORS: Record<BanditPolicy, SeriesColor> = { greedy: 4, epsilon: 3, ucb: 2, thompson: 1 };
type Inputs = { items: number; best: number; gap: number; steps: number; epsilon: number; seed: number };

export function BanditFigure({ items, best, gap, caption }: VocabularyProps<"BanditFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    items,
    best,
    gap,
    steps: 2000,
    epsilon: 0.1,
    seed: 1,
  });
  const curves = useMemo(() => play(shown), [shown]);
  const uniformLoss = meanLoss(shown);
  const lowest = curves.reduce((least, curve) => (lastOf(curve).mean < lastOf(least).mean ? curve : least));
  const [greedy] = curves;
  return (
    <FigureFrame
      title="Four ways to spend impressions on what is unknown"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`After ${formatWhole(shown.steps)} impressions over ${shown.items} items ${NAMES[lowest.policy]} has the least regret, ${formatFixed(lastOf(lowest).mean, 1)} clicks, and gave ${formatPercent(lowest.bestShare)} of them to the best item. Greedy: ${formatFixed(greedy ? lastOf(greedy).mean : 0, 1)} clicks and ${formatPercent(greedy?.bestShare ?? 0)}. Showing all alike would lose ${formatFixed(uniformLoss * shown.steps, 1)}.`}
      controls={<Controls state={state} patch={patch} />}
      formula={
        <FormulaLines
          lines={[
            {
              name: "Regret of showing all alike",
              expression: `${formatWhole(shown.steps)} × ${formatPercent(uniformLoss)}`,
              result: `${formatFixed(uniformLoss * shown.steps, 1)} clicks`,
            },
            {
              name: "UCB1 adds to a rate after 100 views",
              expression: `√(2 ln ${formatWhole(shown.steps)} / 100)`,
              result: formatPercent(Math.sqrt((2 * Math.log(shown.steps)) / 100)),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Means of ${RUNS} runs, with the interval of 95% of the regret`}
          rows={curves}
          rowKey={(curve) => curve.policy}
          columns={[
            { key: "policy", header: "Policy", rowHeader: true, cell: (curve) => NAMES[curve.policy] },
            {
              key: "regret",
              header: "Regret, clicks",
              numeric: true,
              cell: (curve) =>
                `${formatFixed(lastOf(curve).mean, 1)} (${formatFixed(lastOf(curve).low, 1)} to ${formatFixed(lastOf(curve).high, 1)})`,
            },
            {
              key: "best",
              header: "To the best item",
              numeric: true,
              cell: (curve) => formatPercent(curve.bestShare),
            },
            {
              key: "reward",
              header: "Clicks earned",
              numeric: true,
              cell: (curve) => formatFixed(curve.reward, 1),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Regret by impressions"
        description={curves
          .map((curve) => `${NAMES[curve.policy]}: ${formatFixed(lastOf(curve).mean, 1)} clicks lost`)
          .join("; ")}
        x={{
          kind: "linear",
          domain: [0, shown.steps],
          tickCount: 4,
          label: "Impressions",
          format: formatTick,
        }}
        y={{
          kind: "linear",
          label: `Clicks lost so far, mean of ${RUNS} runs with its interval`,
          tickCount: 4,
          format: (value) => formatFixed(value, 0),
        }}
        series={curves.map((curve) => ({
          id: curve.policy,
          label: NAMES[curve.policy],
          color: COLORS[curve.policy],
          points: [[0, 0] as const, ...curve.points.map(({ step, mean }) => [step, mean] as const)],
          band: curve.points.map(({ step, low, high }) => [step, Math.max(0, low), high] as const),
        }))}
      />
    </FigureFrame>
  );
}

function Controls({ state, patch }: { state: Inputs; patch: (change: Partial<Inputs>) => void }) {
  return (
    <>
      <QuantityField
        label="Items"
        min={2}
        max={20}
        isInteger
        value={state.items}
        onChange={(items) => patch({ items })}
      />
      <QuantityField
        label="Rate of the best"
        unit="%"
        min={1}
        max={60}
        value={percentOf(state.best)}
        onChange={(percent) => patch({ best: percent / 100, gap: Math.min(state.gap, percent / 100) })}
      />
      <QuantityField
        label="From the best to the worst"
        unit="points"
        min={0.5}
        max={percentOf(state.best)}
        step={0.5}
        value={percentOf(state.gap)}
        onChange={(percent) => patch({ gap: percent / 100 })}
      />
      <QuantityField
        label="Impressions"
        min={200}
        max={3000}
        step={100}
        isInteger
        value={state.steps}
        onChange={(steps) => patch({ steps })}
      />
      <QuantityField
        label="Epsilon"
        unit="%"
        min={0}
        max={100}
        value={percentOf(state.epsilon)}
        onChange={(percent) => patch({ epsilon: percent / 100 })}
      />
      <DrawAgain label="Play again with another seed" onDraw={() => patch({ seed: state.seed + 1 })} />
    </>
  );
}

const lastOf = (curve: BanditCurve) =>
  curve.points[curve.points.length - 1] ?? { step: 0, mean: 0, low: 0, high: 0 };

/** Rates evenly spaced from the best down. */
function ratesOf({ items, best, gap }: Inputs): number[] {
  return Array.from({ length: items }, (_, i) => best - (gap * i) / (items - 1));
}

function meanLoss(inputs: Inputs): number {
  const rates = ratesOf(inputs);
  return rates.reduce((sum, rate) => sum + inputs.best - rate, 0) / rates.length;
}

function play(inputs: Inputs): BanditCurve[] {
  const rates = ratesOf(inputs);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const prior = { alpha: PRIOR_VIEWS * mean, beta: PRIOR_VIEWS * (1 - mean) };
  const settings = { rates, steps: inputs.steps, epsilon: inputs.epsilon, prior };
  return compareBandits(settings, RUNS, CHECKPOINTS, createRandom(`bandit/${inputs.seed}`));
}
