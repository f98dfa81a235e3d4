"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { NORMAL_QUANTILE_975 } from "@/lib/evaluation/intervals";
import { readings, simulateMaturing } from "@/lib/evaluation/maturing-rate";
import { formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = {
  clicks: number;
  withinHour: number;
  withinDay: number;
  change: number;
  changedDaysAgo: number;
  matureAfter: number;
  seed: number;
};

const DAYS = 28;
const RATE = 0.1;

export function MaturingRateFigure({
  withinHour = 35,
  withinDay = 50,
  caption,
}: VocabularyProps<"MaturingRateFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    clicks: 5_000,
    withinHour,
    withinDay,
    change: 0,
    changedDaysAgo: 7,
    matureAfter: 14,
    seed: 9,
  });
  const rows = useMemo(() => simulate(state), [state]);
  const read = readings(rows, state.matureAfter);
  const yesterday = rows.at(-2);
  const bias = (value: number) => `${value >= 1 ? "+" : "−"}${formatFixed(Math.abs(100 * (value - 1)), 1)}%`;
  return (
    <FigureFrame
      title="A conversion rate whose labels are still coming in"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Of yesterday's conversions ${formatPercent(yesterday?.arrived ?? 0)} have arrived. Over ${DAYS} days the rate as logged is ${bias(read.naive / read.truth)} off the truth, corrected for arrival ${bias(read.corrected / read.truth)}, of days older than ${state.matureAfter} ${bias(read.mature / read.truth)}.`}
      controls={
        <>
          <QuantityField
            label="Conversions that come within an hour"
            unit="%"
            min={5}
            max={90}
            step={1}
            value={state.withinHour}
            onChange={(next) => patch({ withinHour: next, withinDay: Math.max(next, state.withinDay) })}
          />
          <QuantityField
            label="Within a day"
            unit="%"
            min={5}
            max={100}
            step={1}
            value={state.withinDay}
            onChange={(next) => patch({ withinDay: next, withinHour: Math.min(next, state.withinHour) })}
          />
          <QuantityField
            label="True change of the rate"
            unit="%"
            min={-60}
            max={60}
            step={5}
            value={state.change}
            onChange={(change) => patch({ change })}
          />
          <QuantityField
            label="Changed so many days ago"
            unit="days"
            min={1}
            max={20}
            isInteger
            value={state.changedDaysAgo}
            onChange={(changedDaysAgo) => patch({ changedDaysAgo })}
          />
          <QuantityField
            label="Clicks a day"
            scale="log"
            min={200}
            max={50_000}
            isInteger
            value={state.clicks}
            onChange={(clicks) => patch({ clicks })}
          />
          <QuantityField
            label="Days until a label counts as mature"
            unit="days"
            min={0}
            max={25}
            isInteger
            value={state.matureAfter}
            onChange={(matureAfter) => patch({ matureAfter })}
          />
          <DrawAgain label="Draw other days" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        yesterday && (
          <FormulaLines
            lines={[
              {
                name: "Yesterday, corrected",
                expression: `${formatFixed(yesterday.observed, 4)} / ${formatFixed(yesterday.arrived, 3)}`,
                result: `${formatFixed(yesterday.corrected, 4)} ± ${formatFixed(yesterday.standardError, 4)}`,
              },
              {
                name: "Price of not waiting: standard error over that of a mature day",
                expression: `about 1 / √${formatFixed(yesterday.arrived, 3)}`,
                result: formatFixed(1 / Math.sqrt(yesterday.arrived), 2),
              },
            ]}
          />
        )
      }
      table={
        <ChartTable
          caption={`Rates by day of the click, ${formatWhole(state.clicks)} clicks a day`}
          rows={rows.filter(({ age }) => age % 3 === 0 || age < 3)}
          rowKey={({ age }) => `age-${age}`}
          columns={[
            { key: "age", header: "Days ago", rowHeader: true, cell: ({ age }) => age },
            { key: "truth", header: "Truth", numeric: true, cell: ({ truth }) => formatFixed(truth, 4) },
            {
              key: "arrived",
              header: "Arrived",
              numeric: true,
              cell: ({ arrived }) => formatPercent(arrived),
            },
            {
              key: "observed",
              header: "As logged",
              numeric: true,
              cell: ({ observed }) => formatFixed(observed, 4),
            },
            {
              key: "corrected",
              header: "Corrected",
              numeric: true,
              cell: ({ corrected }) => formatFixed(corrected, 4),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Conversion rate by day of the click"
        description={`As logged the rate falls to ${formatPercent(rows.at(-1)?.observed ?? 0)} for today; the truth is ${formatPercent(rows.at(-1)?.truth ?? 0)}.`}
        x={{
          kind: "linear",
          domain: [-DAYS + 1, 0],
          tickValues: [-27, -21, -14, -7, 0],
          label: "Day of the click, days before today",
          format: (value) => String(Math.abs(value)),
        }}
        y={{
          kind: "linear",
          domain: [0, 0.2],
          tickValues: [0, 0.05, 0.1, 0.15, 0.2],
          label: "Conversions per click",
          format: formatPercent,
        }}
        references={[{ axis: "x", value: -state.matureAfter, label: "mature before" }]}
        series={[
          {
            id: "truth",
            label: "the truth",
            color: 3,
            dash: true,
            points: rows.map(({ age, truth }) => [-age, truth] as const),
          },
          {
            id: "observed",
            label: "as logged",
            color: 2,
            points: rows.map(({ age, observed }) => [-age, observed] as const),
          },
          {
            id: "corrected",
            label: "corrected",
            color: 1,
            points: rows.map(({ age, corrected }) => [-age, Math.min(0.2, corrected)] as const),
            band: rows.map(
              ({ age, corrected, standardError }) =>
                [
                  -age,
                  corrected - NORMAL_QUANTILE_975 * standardError,
                  corrected + NORMAL_QUANTILE_975 * standardError,
                ] as const,
            ),
          },
        ]}
      />
    </FigureFrame>
  );
}

function simulate({ clicks, withinHour, withinDay, change, changedDaysAgo, seed }: Inputs) {
  return simulateMaturing(
    {
      clicks: Math.round(clicks),
      rateBefore: RATE,
      rateAfter: RATE * (1 + change / 100),
      changedDaysAgo,
      withinHour: withinHour / 100,
      withinDay: withinDay / 100,
      days: DAYS,
    },
    createRandom(seed),
  );
}
