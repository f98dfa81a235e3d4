"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  type Boundary,
  boundaryOf,
  crossingProbability,
  simulateLooks,
} from "@/lib/evaluation/group-sequential";
import { formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { looks: number; boundary: Boundary; effect: number; seed: number };

const PATHS = 12;
const RUNS = 2_000;
const HEIGHT = 4.5;
const BOUNDARIES: readonly { value: Boundary; label: string }[] = [
  { value: "every-look", label: "1.96 at every look" },
  { value: "one-look", label: "Only at the end" },
  { value: "pocock", label: "Pocock" },
  { value: "obrien-fleming", label: "O'Brien-Fleming" },
];

export function PeekingFigure({ looks = 20, caption }: VocabularyProps<"PeekingFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    looks,
    boundary: "every-look",
    effect: 0,
    seed: 4,
  });
  const limits = useMemo(() => boundaryOf(shown.boundary, shown.looks), [shown.boundary, shown.looks]);
  const exact = useMemo(() => crossingProbability(limits, shown.effect), [limits, shown.effect]);
  const runs = useMemo(() => simulate(limits, shown), [limits, shown]);
  const crossed = runs.paths.filter(({ stoppedAt }) => stoppedAt > 0).length;
  const finite = limits.map((limit) => Math.min(limit, HEIGHT));
  const what = shown.effect === 0 ? "false alarms" : "detections";
  return (
    <FigureFrame
      title={shown.effect === 0 ? "Experiments in which nothing differs" : "Experiments with an effect"}
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatWhole(shown.looks)} looks: ${formatPercent(exact)} of the experiments cross the limit at some look (${what}; worked out), ${formatPercent(runs.crossed)} of ${formatWhole(RUNS)} simulated ones. Of the ${PATHS} drawn, ${crossed} do. On average an experiment stops after ${formatPercent(runs.meanShare)} of its users.`}
      controls={
        <>
          <ChoiceField
            legend="Declared a winner when z passes"
            options={BOUNDARIES}
            value={state.boundary}
            onChange={(boundary) => patch({ boundary })}
          />
          <QuantityField
            label="Looks, equally spaced"
            min={1}
            max={20}
            isInteger
            value={state.looks}
            onChange={(next) => patch({ looks: next })}
          />
          <QuantityField
            label="True effect, as z expected at the end"
            min={0}
            max={5}
            step={0.1}
            value={state.effect}
            onChange={(effect) => patch({ effect })}
            hint="0: nothing differs. 2.8: one look at the end would find it in 80% of the cases."
          />
          <DrawAgain label="Draw other experiments" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "If looks were independent",
              expression: `1 − 0.95^${formatWhole(shown.looks)}`,
              result: formatPercent(1 - 0.95 ** shown.looks),
            },
            {
              name: "Limit of z, first and last look",
              expression: BOUNDARIES.find(({ value }) => value === shown.boundary)?.label ?? "",
              result: `${limits[0] === Number.POSITIVE_INFINITY ? "none" : formatFixed(limits[0] ?? 0, 2)}, ${formatFixed(limits.at(-1) ?? 0, 2)}`,
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Limit of z at each look, and simulated experiments that stopped there"
          rows={limits}
          rowKey={(_, index) => `look-${index}`}
          columns={[
            { key: "look", header: "Look", rowHeader: true, cell: (_, index) => index + 1 },
            {
              key: "limit",
              header: "Limit",
              numeric: true,
              cell: (limit) => (Number.isFinite(limit) ? formatFixed(limit, 2) : "none"),
            },
            {
              key: "stopped",
              header: "Stopped here",
              numeric: true,
              cell: (_, index) => formatPercent(runs.stoppedAt[index] ?? 0),
            },
          ]}
        />
      }
    >
      <LineChart
        title="The z statistic of twelve experiments as users arrive"
        description={`${shown} of ${PATHS} cross the limit. Lines end where the experiment would have been stopped.`}
        x={{
          kind: "linear",
          domain: [0, 100],
          tickValues: [0, 25, 50, 75, 100],
          label: "Share of the planned users",
          format: (value) => `${value}%`,
        }}
        y={{
          kind: "linear",
          domain: [-HEIGHT, HEIGHT],
          tickValues: [-4, -2, 0, 2, 4],
          label: "z",
          format: String,
        }}
        hideEndLabels
        series={[
          ...runs.paths.map(({ z, stoppedAt }, index) => ({
            id: `path-${index}`,
            label: "",
            color: stoppedAt > 0 ? (2 as const) : (3 as const),
            points: z.map(
              (value, look) =>
                [(100 * (look + 1)) / limits.length, Math.max(-HEIGHT, Math.min(HEIGHT, value))] as const,
            ),
          })),
          ...[1, -1].map((side) => ({
            id: `limit-${side}`,
            label: "limit",
            color: 1 as const,
            dash: true,
            points: finite.map(
              (limit, index) => [(100 * (index + 1)) / limits.length, side * limit] as const,
            ),
          })),
        ]}
      />
      <p className="m-0 -mt-3 text-xs text-ink-2">
        <span className="font-medium text-(--series-2)">Ends early: a winner was declared.</span>{" "}
        <span className="font-medium text-(--series-3)">Runs to the end: none was.</span>{" "}
        <span className="font-medium text-(--series-1)">Dashed: the limits.</span>
      </p>
    </FigureFrame>
  );
}

function simulate(limits: readonly number[], { effect, seed }: Inputs) {
  return simulateLooks(limits, { drift: effect, runs: RUNS, kept: PATHS }, createRandom(seed));
}
