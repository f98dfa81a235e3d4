"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  experimentDays,
  minimumDetectableEffect,
  sampleSizePerArm,
  varianceAfterCuped,
  zSumSquared,
} from "@/lib/evaluation/experiments";
import {
  formatCount,
  formatFixed,
  formatNumber,
  formatPercent,
  formatTick,
  formatWhole,
  formatWithNoun,
  percentOf,
} from "@/lib/framework/units";

type Inputs = {
  baseline: number;
  relativeEffect: number;
  dailyUnits: number;
  power: "0.8" | "0.9";
  correlation: number;
};

const EFFECTS = Array.from({ length: 61 }, (_, i) =>
  Number((0.001 * 10 ** ((i / 60) * Math.log10(500))).toPrecision(4)),
);
const TABLE_EFFECTS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const SIGNIFICANCE = 0.05;

function unitsPerArm(state: Inputs, effect: number): number {
  const plan = { significance: SIGNIFICANCE, power: Number(state.power) };
  return sampleSizePerArm(state.baseline, effect, plan) * varianceAfterCuped(state.correlation);
}

export function SampleSizeFigure({
  baseline,
  relativeEffect,
  dailyUnits,
  caption,
}: VocabularyProps<"SampleSizeFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    baseline,
    relativeEffect,
    dailyUnits,
    power: "0.8",
    correlation: 0,
  });
  const plan = { significance: SIGNIFICANCE, power: Number(state.power) };
  const size = Math.ceil(unitsPerArm(state, state.relativeEffect));
  const days = experimentDays(size, state.dailyUnits);
  const weekUnits = (state.dailyUnits * 7) / 2 / varianceAfterCuped(state.correlation);
  const weekEffect = minimumDetectableEffect(state.baseline, weekUnits, plan);
  const changed = state.baseline * (1 + state.relativeEffect);
  return (
    <FigureFrame
      title="How many units an effect needs"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatWhole(size)} units per arm: ${formatWithNoun(days, "day")} at ${formatCount(state.dailyUnits)} new units a day, so run ${formatWithNoun(Math.ceil(days / 7), "whole week")}. One week would show ${Number.isNaN(weekEffect) ? "no effect at all" : `a relative change of ${formatPercent(weekEffect)} or more`}.`}
      controls={
        <>
          <QuantityField
            label="Baseline rate"
            unit="%"
            scale="log"
            min={0.01}
            max={90}
            value={percentOf(state.baseline)}
            onChange={(percent) => patch({ baseline: percent / 100 })}
          />
          <QuantityField
            label="Smallest relative effect worth seeing"
            unit="%"
            scale="log"
            min={0.1}
            max={50}
            value={percentOf(state.relativeEffect)}
            onChange={(percent) =>
              patch({ relativeEffect: Math.min(percent / 100, 0.999 / state.baseline - 1) })
            }
          />
          <QuantityField
            label="New units a day, both arms"
            scale="log"
            min={100}
            max={1e8}
            isInteger
            value={state.dailyUnits}
            onChange={(next) => patch({ dailyUnits: next })}
          />
          <QuantityField
            label="Correlation with the period before (CUPED)"
            min={0}
            max={0.95}
            step={0.05}
            value={state.correlation}
            onChange={(correlation) => patch({ correlation })}
          />
          <ChoiceField
            legend="Power, at 5% two-sided significance"
            value={state.power}
            onChange={(power: Inputs["power"]) => patch({ power })}
            options={[
              { value: "0.8", label: "80%" },
              { value: "0.9", label: "90%" },
            ]}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Units per arm",
              expression: `${formatFixed(zSumSquared(plan), 3)} × (${formatNumber(state.baseline)} × ${formatNumber(1 - state.baseline)} + ${formatNumber(changed)} × ${formatNumber(1 - changed)}) / ${formatNumber(changed - state.baseline)}²${state.correlation > 0 ? ` × (1 − ${state.correlation}²)` : ""}`,
              result: formatWhole(size),
            },
            {
              name: "Days",
              expression: `2 × ${formatWhole(size)} / ${formatWhole(state.dailyUnits)}, rounded up`,
              result: formatWhole(days),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Units per arm at a baseline of ${formatPercent(state.baseline)}`}
          rows={TABLE_EFFECTS}
          rowKey={String}
          columns={[
            {
              key: "effect",
              header: "Relative effect",
              rowHeader: true,
              cell: (effect) => formatPercent(effect),
            },
            {
              key: "units",
              header: "Units per arm",
              numeric: true,
              cell: (effect) => formatWhole(Math.ceil(unitsPerArm(state, effect))),
            },
            {
              key: "days",
              header: "Days",
              numeric: true,
              cell: (effect) => formatWhole(experimentDays(unitsPerArm(state, effect), state.dailyUnits)),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Units per arm by relative effect"
        description={`On two log axes the line falls by a factor of 100 for every factor of 10 in the effect; at ${formatPercent(state.relativeEffect)} it stands at ${formatWhole(size)}.`}
        hideEndLabels
        x={{
          kind: "log",
          domain: [0.001, 0.5],
          tickValues: [0.001, 0.01, 0.1, 0.5],
          label: "Relative effect",
          format: formatPercent,
        }}
        y={{ kind: "log", label: "Units per arm", format: formatTick }}
        series={[
          {
            id: "units",
            label: "Units per arm",
            color: 1,
            points: EFFECTS.filter((effect) => state.baseline * (1 + effect) < 1).map(
              (effect) => [effect, unitsPerArm(state, effect)] as const,
            ),
          },
        ]}
        marks={[{ x: state.relativeEffect, y: size, label: formatCount(size), color: 1 }]}
      />
    </FigureFrame>
  );
}
