"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { binormalAuc, outcomeAtThreshold, thresholdOnReports } from "@/lib/evaluation/decision-costs";
import { costOptimalThreshold } from "@/lib/evaluation/thresholds";
import { formatFixed, formatNumber, formatPercent, percentOf } from "@/lib/framework/units";

type Inputs = {
  prevalence: number;
  falseNegative: number;
  falsePositive: number;
  separation: number;
  oddsFactor: number;
};

/** Thresholds drawn, denser at both ends. */
const GRID = Array.from({ length: 121 }, (_, i) => 1 / (1 + Math.exp(9 - (i / 120) * 16)));
const CASES = 1_000;

export function ThresholdCostFigure(props: VocabularyProps<"ThresholdCostFigure">) {
  const { prevalence, falseNegativeCost, falsePositiveCost, oddsFactor = 1, caption } = props;
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    prevalence: percentOf(prevalence),
    falseNegative: falseNegativeCost,
    falsePositive: falsePositiveCost,
    separation: 2,
    oddsFactor,
  });
  const detector = { ...state, prevalence: state.prevalence / 100 };
  const at = (threshold: number) => outcomeAtThreshold(threshold, detector, state);
  const theory = costOptimalThreshold(state.falsePositive, state.falseNegative);
  const best = thresholdOnReports(state, state.oddsFactor);
  const [used, least, half] = [at(theory), at(best), at(0.5)];
  const never = detector.prevalence * state.falseNegative;
  const always = (1 - detector.prevalence) * state.falsePositive;
  const per = (cost: number) => formatNumber(cost * CASES);
  const highest = 1.25 * CASES * Math.max(Math.min(never, always), used.cost, half.cost);
  const curve = GRID.map((threshold) => [threshold, at(threshold).cost * CASES] as const).filter(
    ([, cost]) => cost <= highest,
  );
  return (
    <FigureFrame
      title="The threshold that costs decide"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Costs say: act at ${formatPercent(theory)}. On these scores that costs ${per(used.cost)} per 1,000 cases; the least possible is ${per(least.cost)}, at a reported ${formatPercent(best)}. A threshold of 50% costs ${per(half.cost)}, never acting ${per(never)}, always acting ${per(always)}.`}
      controls={
        <>
          <QuantityField
            label="Share of positives"
            unit="%"
            scale="log"
            min={0.05}
            max={50}
            value={state.prevalence}
            onChange={(next) => patch({ prevalence: next })}
          />
          <QuantityField
            label="Cost of a miss"
            scale="log"
            min={0.1}
            max={1_000}
            value={state.falseNegative}
            onChange={(falseNegative) => patch({ falseNegative })}
          />
          <QuantityField
            label="Cost of a false alarm"
            scale="log"
            min={0.1}
            max={1_000}
            value={state.falsePositive}
            onChange={(falsePositive) => patch({ falsePositive })}
          />
          <QuantityField
            label="Reported odds over true odds"
            scale="log"
            min={0.05}
            max={50}
            value={state.oddsFactor}
            onChange={(next) => patch({ oddsFactor: next })}
            hint="1 is calibrated; 40 is what negatives kept at 2.5% leave behind when nobody corrects."
          />
          <QuantityField
            label="Distance of positives and negatives"
            unit="sd"
            min={0.5}
            max={4}
            step={0.1}
            value={state.separation}
            onChange={(separation) => patch({ separation })}
            hint={`AUC ${formatFixed(binormalAuc(state.separation), 3)}`}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Threshold on a probability",
              expression: `${formatNumber(state.falsePositive)} / (${formatNumber(state.falsePositive)} + ${formatNumber(state.falseNegative)})`,
              result: formatFixed(theory, 4),
            },
            {
              name: "Cost of a case at it",
              expression: `${formatNumber(detector.prevalence)} × (1 − ${formatFixed(used.truePositiveRate, 3)}) × ${formatNumber(state.falseNegative)} + ${formatNumber(1 - detector.prevalence)} × ${formatFixed(used.falsePositiveRate, 4)} × ${formatNumber(state.falsePositive)}`,
              result: formatNumber(used.cost),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="What each threshold on the reported value does"
          rows={[
            { name: "from costs", threshold: theory, outcome: used },
            { name: "cheapest", threshold: best, outcome: least },
            { name: "one half", threshold: 0.5, outcome: half },
          ]}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "name",
              header: "Threshold",
              rowHeader: true,
              cell: (row) => `${row.name}, ${formatPercent(row.threshold)}`,
            },
            {
              key: "flagged",
              header: "Flagged",
              numeric: true,
              cell: ({ outcome }) => formatPercent(outcome.flagged),
            },
            {
              key: "recall",
              header: "Caught",
              numeric: true,
              cell: ({ outcome }) => formatPercent(outcome.truePositiveRate),
            },
            {
              key: "precision",
              header: "Precision",
              numeric: true,
              cell: ({ outcome }) => formatPercent(outcome.precision),
            },
            {
              key: "cost",
              header: "Cost of 1,000 cases",
              numeric: true,
              cell: ({ outcome }) => per(outcome.cost),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Expected cost of 1,000 cases by threshold"
        description={`The cost is least, ${per(least.cost)}, at a reported ${formatPercent(best)}; at the threshold from costs it is ${per(used.cost)}.`}
        x={{
          kind: "log",
          domain: [GRID[0] ?? 1e-4, 1],
          tickValues: [0.001, 0.01, 0.1, 1],
          label: "Threshold on what the model reports (log scale)",
          format: formatPercent,
        }}
        y={{
          kind: "linear",
          domain: [0, highest],
          label: "Cost of 1,000 cases",
          format: formatNumber,
        }}
        hideEndLabels
        series={[{ id: "cost", label: "cost", color: 1, points: curve }]}
        marks={[
          { x: best, y: least.cost * CASES, label: "cheapest", color: 1 },
          ...(Math.abs(Math.log(state.oddsFactor)) > 0.2
            ? [{ x: theory, y: used.cost * CASES, label: "from costs", color: 2 as const }]
            : []),
        ]}
      />
    </FigureFrame>
  );
}
