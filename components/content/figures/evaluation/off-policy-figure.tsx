"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  CREATIVES,
  ESTIMATORS,
  type EstimatorName,
  judgePolicy,
} from "@/lib/evaluation/off-policy-simulation";
import { formatFixed, formatNumber, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { exploration: number; changed: number; rows: number; clip: number; seed: number };

const LOGS = 60;
const LABELS: Record<EstimatorName, string> = {
  ips: "IPS",
  clipped: "IPS, clipped",
  "self-normalised": "SNIPS",
  "doubly-robust": "Doubly robust",
  "reward-model": "Reward model alone",
};

export function OffPolicyFigure({ rows = 2_000, caption }: VocabularyProps<"OffPolicyFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    exploration: 10,
    changed: 3,
    rows,
    clip: 20,
    seed: 5,
  });
  const judged = useMemo(() => judge(shown), [shown]);
  const { truth, effectiveRows, highestWeight, results } = judged;
  const best = ESTIMATORS.reduce((left, right) =>
    results[right].rootMeanSquaredError < results[left].rootMeanSquaredError ? right : left,
  );
  return (
    <FigureFrame
      title="What would the new policy have earned?"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`The new policy truly earns ${formatPercent(truth)} clicks, the old one ${formatPercent(judged.loggedValue)}. ${formatWhole(shown.rows)} logged rows are worth ${formatWhole(effectiveRows)}. Over ${LOGS} such logs IPS misses by ${formatFixed(100 * results.ips.rootMeanSquaredError, 2)} points (root mean square); least error: ${LABELS[best]}, ${formatFixed(100 * results[best].rootMeanSquaredError, 2)}.`}
      controls={
        <>
          <QuantityField
            label="Exploration of the old policy"
            unit="%"
            scale="log"
            min={1}
            max={100}
            value={state.exploration}
            onChange={(exploration) => patch({ exploration })}
            hint="Drawn uniformly from 8 creatives. 100%: uniform logging, where IPS becomes replay."
          />
          <QuantityField
            label="User groups for which the new policy chooses otherwise"
            min={0}
            max={3}
            isInteger
            value={state.changed}
            onChange={(changed) => patch({ changed })}
          />
          <QuantityField
            label="Logged rows"
            scale="log"
            min={200}
            max={5_000}
            isInteger
            value={state.rows}
            onChange={(next) => patch({ rows: next })}
          />
          <QuantityField
            label="Highest weight when clipped"
            scale="log"
            min={1}
            max={500}
            value={state.clip}
            onChange={(clip) => patch({ clip })}
          />
          <DrawAgain label="Draw other logs" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Highest weight",
              expression: `max π_new / π_old`,
              result: formatNumber(highestWeight),
            },
            {
              name: "Effective sample size",
              expression: `(Σw)² / Σw², mean of ${LOGS} logs`,
              result: `${formatNumber(effectiveRows)} of ${formatWhole(shown.rows)} rows`,
            },
            {
              name: "Error of IPS, in points",
              expression: `√(${formatFixed(100 * results.ips.bias, 2)}² + ${formatFixed(100 * results.ips.deviation, 2)}²)`,
              result: formatFixed(100 * results.ips.rootMeanSquaredError, 2),
            },
          ]}
        />
      }
      table={<EstimatorTable results={results} />}
    >
      <DotChart
        title="Estimates of five estimators: mean over the logs, with two deviations, and the truth"
        description={ESTIMATORS.map(
          (name) =>
            `${LABELS[name]}: mean ${formatPercent(results[name].mean)}, deviation ${formatPercent(results[name].deviation)}`,
        ).join("; ")}
        series={[
          { id: "mean", label: "Mean estimate", color: 1 },
          { id: "truth", label: "The truth", color: 3, shape: "tick" },
        ]}
        rows={ESTIMATORS.map((name) => ({
          id: name,
          label: LABELS[name],
          values: { mean: results[name].mean, truth },
          interval: [
            Math.max(0, results[name].mean - 2 * results[name].deviation),
            results[name].mean + 2 * results[name].deviation,
          ] as const,
        }))}
        maximum={0.25}
        tickValues={[0, 0.05, 0.1, 0.15, 0.2, 0.25]}
        format={formatPercent}
        axisLabel="Estimated clicks per request; the band is two standard deviations over logs, cut at the axis"
        reference={truth}
      />
    </FigureFrame>
  );
}

function EstimatorTable({ results }: { results: ReturnType<typeof judge>["results"] }) {
  const points = (value: number) => formatFixed(100 * value, 2);
  return (
    <ChartTable
      caption={`Five estimators over ${LOGS} logs, in percentage points`}
      rows={ESTIMATORS}
      rowKey={(name) => name}
      columns={[
        { key: "name", header: "Estimator", rowHeader: true, cell: (name) => LABELS[name] },
        { key: "mean", header: "Mean", numeric: true, cell: (name) => points(results[name].mean) },
        { key: "bias", header: "Bias", numeric: true, cell: (name) => points(results[name].bias) },
        { key: "sd", header: "Deviation", numeric: true, cell: (name) => points(results[name].deviation) },
        {
          key: "rmse",
          header: "Error",
          numeric: true,
          cell: (name) => points(results[name].rootMeanSquaredError),
        },
      ]}
    />
  );
}

function judge({ exploration, changed, rows, clip, seed }: Inputs) {
  const newFavourites = CREATIVES.oldFavourites.map((old, group) =>
    group < Math.round(changed) ? (CREATIVES.newFavourites[group] ?? old) : old,
  );
  return judgePolicy(
    { ...CREATIVES, newFavourites },
    { exploration: exploration / 100, rows: Math.round(rows), clip, logs: LOGS },
    createRandom(seed),
  );
}
