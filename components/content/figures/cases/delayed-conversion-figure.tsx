"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  arrivedShare,
  CONVERSION_HOURS,
  conversionsWithin,
  stillConverts,
} from "@/lib/evaluation/delayed-labels";
import { formatNumber, formatPercent, percentOf } from "@/lib/framework/units";

type Inputs = { withinHour: number; withinDay: number; rate: number; trainingDays: number; ageHours: number };

const AGES = Array.from({ length: 81 }, (_, i) => 0.1 * (CONVERSION_HOURS / 0.1) ** (i / 80));
const TABLE_AGES = [0.25, 1, 6, 24, 72, 168, 336, 720];

/** What silence means: a click without a sale, by its age, and the rate that a model learns which takes it for a no. */
export function DelayedConversionFigure({
  conversionRate,
  trainingDays,
  caption,
}: VocabularyProps<"DelayedConversionFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    withinHour: 0.35,
    withinDay: 0.5,
    rate: conversionRate,
    trainingDays,
    ageHours: 24,
  });
  const withinDay = Math.max(state.withinDay, state.withinHour);
  const arrived = (hours: number) => conversionsWithin(hours, state.withinHour, withinDay);
  const seen = arrivedShare(state.trainingDays, state.withinHour, withinDay);
  const silent = stillConverts(state.rate, arrived(state.ageHours));
  return (
    <FigureFrame
      title="What silence after a click means"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`A click that is ${formatHours(state.ageHours)} old without a sale still converts with ${formatPercent(silent)}, against ${formatPercent(state.rate)} for a fresh one. A model that takes every silence of its last ${formatNumber(state.trainingDays)} days for a no learns ${formatPercent(state.rate * seen)} and bids ${formatPercent(seen)} of the right amount.`}
      controls={
        <>
          <QuantityField
            label="Age of a silent click"
            unit="h"
            scale="log"
            min={0.1}
            max={CONVERSION_HOURS}
            value={state.ageHours}
            onChange={(ageHours) => patch({ ageHours })}
          />
          <QuantityField
            label="Days of clicks in the training set"
            unit="days"
            scale="log"
            min={0.5}
            max={90}
            value={state.trainingDays}
            onChange={(next) => patch({ trainingDays: next })}
          />
          <QuantityField
            label="Clicks that convert in the end"
            unit="%"
            scale="log"
            min={0.1}
            max={50}
            value={percentOf(state.rate)}
            onChange={(percent) => patch({ rate: percent / 100 })}
          />
          <QuantityField
            label="Conversions within an hour"
            unit="%"
            min={0}
            max={90}
            value={percentOf(state.withinHour)}
            onChange={(percent) => patch({ withinHour: percent / 100 })}
          />
          <QuantityField
            label="Conversions within a day"
            unit="%"
            min={1}
            max={99}
            value={percentOf(withinDay)}
            onChange={(percent) => patch({ withinDay: percent / 100 })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "P(it still converts)",
              expression: `${formatNumber(state.rate)} × (1 − ${formatNumber(arrived(state.ageHours))}) / (1 − ${formatNumber(state.rate)} × ${formatNumber(arrived(state.ageHours))})`,
              result: formatPercent(silent),
            },
            {
              name: "Rate learnt from silence",
              expression: `${formatNumber(state.rate)} × ${formatNumber(seen)} arrived on average`,
              result: formatPercent(state.rate * seen),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Conversions that have arrived, and what a silent click still promises"
          rows={TABLE_AGES}
          rowKey={String}
          columns={[
            { key: "age", header: "Age of the click", rowHeader: true, cell: formatHours },
            {
              key: "arrived",
              header: "Arrived",
              numeric: true,
              cell: (hours) => formatPercent(arrived(hours)),
            },
            {
              key: "silent",
              header: "Silent ones still convert",
              numeric: true,
              cell: (hours) => formatPercent(stillConverts(state.rate, arrived(hours))),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Conversions arrived, and what silence still promises, by the age of the click"
        description={`By ${formatHours(state.ageHours)} ${formatPercent(arrived(state.ageHours))} of the conversions have come; a silent click keeps ${formatPercent(silent / state.rate)} of its first promise.`}
        x={{
          kind: "log",
          domain: [0.1, CONVERSION_HOURS],
          tickValues: [0.1, 1, 24, 168, 720],
          label: "Age of the click",
          format: formatHours,
        }}
        y={{ kind: "linear", domain: [0, 100], label: "%", format: formatNumber }}
        series={[
          {
            id: "arrived",
            label: "Conversions arrived",
            color: 1,
            points: AGES.map((hours) => [hours, percentOf(arrived(hours))] as const),
          },
          {
            id: "silent",
            label: "What silence keeps of the first promise",
            color: 2,
            dash: true,
            points: AGES.map(
              (hours) => [hours, percentOf(stillConverts(state.rate, arrived(hours)) / state.rate)] as const,
            ),
          },
        ]}
        marks={[
          {
            x: state.ageHours,
            y: percentOf(silent / state.rate),
            label: formatPercent(silent),
            color: 2,
          },
        ]}
      />
    </FigureFrame>
  );
}

/** 0.25 -> "15 min", 6 -> "6 h", 168 -> "7 d": short, for the ends of the axis. */
function formatHours(hours: number): string {
  if (hours < 1) return `${formatNumber(hours * 60)} min`;
  return hours < 48 ? `${formatNumber(hours)} h` : `${formatNumber(hours / 24)} d`;
}
