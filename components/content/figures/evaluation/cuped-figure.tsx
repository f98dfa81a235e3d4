"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  cupedOutcomes,
  cupedTheta,
  differenceOfArms,
  drawArms,
  sampleVariance,
} from "@/lib/evaluation/cuped";
import { sampleSizePerArmForMean, varianceAfterCuped } from "@/lib/evaluation/experiments";
import { NORMAL_QUANTILE_975 } from "@/lib/evaluation/intervals";
import { formatCount, formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { correlation: number; units: number; effect: number; when: "before" | "during"; seed: number };

const RANGE = 0.2;

export function CupedFigure({ correlation = 0.6, caption }: VocabularyProps<"CupedFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    correlation,
    units: 2_000,
    effect: 0.06,
    when: "before",
    seed: 6,
  });
  const measured = useMemo(() => measure(shown), [shown]);
  const needed = sampleSizePerArmForMean(1, Math.max(shown.effect, 0.005));
  const left = varianceAfterCuped(shown.correlation);
  const interval = ({ difference, standardError }: { difference: number; standardError: number }) =>
    [
      difference - NORMAL_QUANTILE_975 * standardError,
      difference + NORMAL_QUANTILE_975 * standardError,
    ] as const;
  const rows = [
    { id: "plain", label: "Difference of means", result: measured.plain },
    { id: "adjusted", label: "With CUPED", result: measured.adjusted },
  ];
  const sees = (result: { difference: number; standardError: number }) =>
    Math.abs(result.difference) > NORMAL_QUANTILE_975 * result.standardError ? "excludes 0" : "includes 0";
  return (
    <FigureFrame
      title="Subtract what was known before"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`True effect ${formatFixed(shown.effect, 3)}. The plain interval ${sees(measured.plain)}, that with CUPED ${sees(measured.adjusted)}, ${formatFixed(measured.adjusted.standardError / measured.plain.standardError, 2)} times as wide. Users needed per arm fall from ${formatCount(needed)} to ${formatCount(needed * left)}.${shown.when === "during" ? " The covariate has felt the treatment too, and takes a part of the effect with it." : ""}`}
      controls={
        <>
          <QuantityField
            label="Correlation ρ of outcome and covariate"
            min={0}
            max={0.95}
            step={0.05}
            value={state.correlation}
            onChange={(next) => patch({ correlation: next })}
          />
          <QuantityField
            label="Users per arm"
            scale="log"
            min={200}
            max={20_000}
            isInteger
            value={state.units}
            onChange={(units) => patch({ units })}
          />
          <QuantityField
            label="True effect"
            unit="sd"
            min={0}
            max={0.15}
            step={0.005}
            value={state.effect}
            onChange={(effect) => patch({ effect })}
          />
          <ChoiceField
            legend="Covariate measured"
            options={[
              { value: "before", label: "Before the experiment" },
              { value: "during", label: "In its first days" },
            ]}
            value={state.when}
            onChange={(when) => patch({ when })}
          />
          <DrawAgain label="Draw other users" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "θ of these users",
              expression: "cov(X, Y) / var(X)",
              result: formatFixed(measured.theta, 3),
            },
            {
              name: "Variance left",
              expression: `1 − ${formatFixed(shown.correlation, 2)}²`,
              result: `${formatFixed(left, 3)} (of these users ${formatFixed(measured.ratio, 3)})`,
            },
            {
              name: "Users per arm, 80% power",
              expression: `${formatWhole(needed)} × ${formatFixed(left, 3)}`,
              result: formatWhole(needed * left),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Treatment minus control, in standard deviations of the outcome"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: "label", header: "Estimate", rowHeader: true, cell: ({ label }) => label },
            {
              key: "value",
              header: "Difference",
              numeric: true,
              cell: ({ result }) => formatFixed(result.difference, 4),
            },
            {
              key: "se",
              header: "Standard error",
              numeric: true,
              cell: ({ result }) => formatFixed(result.standardError, 4),
            },
            {
              key: "interval",
              header: "95% interval",
              numeric: true,
              cell: ({ result }) =>
                interval(result)
                  .map((end) => formatFixed(end, 3))
                  .join(" to "),
            },
          ]}
        />
      }
    >
      <DotChart
        title="Estimated effect with its 95% interval, plain and with CUPED"
        description={rows
          .map(
            ({ label, result }) =>
              `${label}: ${formatFixed(result.difference, 3)} ± ${formatFixed(NORMAL_QUANTILE_975 * result.standardError, 3)}`,
          )
          .join("; ")}
        series={[
          { id: "estimate", label: "Estimate, 95% interval", color: 1 },
          { id: "truth", label: "True effect", color: 3, shape: "tick" },
        ]}
        rows={rows.map(({ id, label, result }) => ({
          id,
          label,
          values: { estimate: result.difference, truth: shown.effect },
          interval: interval(result),
        }))}
        minimum={-RANGE}
        maximum={RANGE}
        tickValues={[-0.2, -0.1, 0, 0.1, 0.2]}
        format={(value) => formatFixed(value, 1)}
        axisLabel={`Treatment minus control, in standard deviations; ${formatPercent(measured.plain.standardError)} of one is the plain standard error`}
        reference={0}
      />
    </FigureFrame>
  );
}

function measure({ correlation, units, effect, when, seed }: Inputs) {
  const { outcomes, covariates } = drawArms(
    { unitsPerArm: Math.round(units), correlation, effect, leak: when === "during" ? 1 : 0 },
    createRandom(seed),
  );
  const adjusted = cupedOutcomes(outcomes, covariates);
  return {
    theta: cupedTheta(outcomes, covariates),
    ratio: sampleVariance(adjusted) / sampleVariance(outcomes),
    plain: differenceOfArms(outcomes),
    adjusted: differenceOfArms(adjusted),
  };
}
