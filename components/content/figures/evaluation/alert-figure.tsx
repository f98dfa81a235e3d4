"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  breachChance,
  checksUntilRun,
  checksUntilTwoSidedCusum,
  cusumLimitFor,
  falseAlarms,
  limitFor,
} from "@/lib/evaluation/alerting";
import { formatFixed, formatNumber, formatWhole } from "@/lib/framework/units";

type Inputs = { charts: number; limit: number; hours: number; shift: number };

const HOURS_PER_WEEK = 168;
const SHIFTS = Array.from({ length: 40 }, (_, i) => 0.1 + i * 0.1);
/** Beyond a month nobody would call it detection. */
const LONGEST_HOURS = 1_000;

/** Three rules that ring for nothing equally often: one breach, two in a row, a cumulative sum tuned to the shift. */
function rulesOf({ limit, shift }: Inputs) {
  const between = checksUntilRun(breachChance(limit), 1);
  const twice = limitFor(between, 2);
  const slack = Math.max(0.1, shift / 2);
  const reach = cusumLimitFor(between, slack);
  return {
    between,
    rules: [
      {
        id: "once",
        label: "one breach",
        color: 2 as SeriesColor,
        setting: `|z| > ${formatFixed(limit, 2)}`,
        checks: (moved: number) => checksUntilRun(breachChance(limit, moved), 1),
      },
      {
        id: "twice",
        label: "two in a row",
        color: 4 as SeriesColor,
        setting: `|z| > ${formatFixed(twice, 2)} twice`,
        checks: (moved: number) => checksUntilRun(breachChance(twice, moved), 2),
      },
      {
        id: "cusum",
        label: "cumulative sum",
        color: 1 as SeriesColor,
        setting: `k ${formatFixed(slack, 2)}, h ${formatFixed(reach, 2)}`,
        checks: (moved: number) => checksUntilTwoSidedCusum(reach, slack, moved),
      },
    ],
  };
}

export function AlertFigure({ charts = 300, limit = 3, caption }: VocabularyProps<"AlertFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({ charts, limit, hours: 1, shift: 1 });
  const { between, rules } = rulesOf(state);
  const perWeek = falseAlarms(state.charts, HOURS_PER_WEEK / state.hours, between);
  const delay = (checks: number) => checks * state.hours;
  const [once, , cusum] = rules.map(({ checks }) => delay(checks(state.shift)));
  return (
    <FigureFrame
      title="What an alarm costs, and what it hears"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatWhole(state.charts)} charts, checked every ${formatNumber(state.hours)} h at ${formatNumber(state.limit)} standard errors: ${formatNumber(perWeek)} false alarms a week. A shift of ${formatNumber(state.shift)} standard errors is heard after ${hoursOf(once ?? 0)} on average; by a cumulative sum with as many false alarms after ${hoursOf(cusum ?? 0)}.`}
      controls={
        <>
          <QuantityField
            label="Charts with an alarm"
            scale="log"
            min={1}
            max={10_000}
            isInteger
            value={state.charts}
            onChange={(next) => patch({ charts: next })}
          />
          <QuantityField
            label="Limit"
            unit="s.e."
            min={1.5}
            max={6}
            step={0.1}
            value={state.limit}
            onChange={(next) => patch({ limit: next })}
          />
          <QuantityField
            label="Hours between checks"
            unit="h"
            scale="log"
            min={0.05}
            max={24}
            value={state.hours}
            onChange={(hours) => patch({ hours })}
          />
          <QuantityField
            label="Shift to hear"
            unit="s.e."
            min={0.2}
            max={4}
            step={0.1}
            value={state.shift}
            onChange={(shift) => patch({ shift })}
            hint="In standard errors of one check. The cumulative sum is tuned to it: k is half of it."
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Checks between false alarms of one chart",
              expression: `1 / (2 (1 − Φ(${formatNumber(state.limit)})))`,
              result: formatNumber(between),
            },
            {
              name: "False alarms a week",
              expression: `${formatWhole(state.charts)} × ${formatNumber(HOURS_PER_WEEK / state.hours)} / ${formatNumber(between)}`,
              result: formatNumber(perWeek),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Three rules with as many false alarms: hours until a shift is heard, on average"
          rows={rules}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "rule",
              header: "Rule",
              rowHeader: true,
              cell: ({ label, setting }) => `${label}: ${setting}`,
            },
            ...[0.5, 1, 2, 3].map((moved) => ({
              key: `shift-${moved}`,
              header: `Shift ${moved}`,
              numeric: true,
              cell: ({ checks }: (typeof rules)[number]) => hoursOf(delay(checks(moved))),
            })),
          ]}
        />
      }
    >
      <LineChart
        title="Hours until a shift is heard, by its size"
        description={rules
          .map(({ label, checks }) => `${label}: ${hoursOf(delay(checks(state.shift)))}`)
          .join("; ")}
        x={{
          kind: "linear",
          domain: [0, 4],
          tickValues: [0, 1, 2, 3, 4],
          label: "Shift, in standard errors of one check",
          format: String,
        }}
        y={{
          kind: "log",
          domain: [Math.min(1, state.hours), LONGEST_HOURS],
          label: "Hours until it rings (log scale)",
          format: formatNumber,
        }}
        references={[{ axis: "x", value: state.shift, label: "to hear" }]}
        series={rules.map(({ id, label, color, checks }) => ({
          id,
          label,
          color,
          dash: id === "once",
          points: SHIFTS.map((moved) => [moved, delay(checks(moved))] as const).filter(
            ([, hours]) => hours <= LONGEST_HOURS,
          ),
        }))}
      />
    </FigureFrame>
  );
}

function hoursOf(hours: number): string {
  if (hours < 48) return `${formatNumber(hours)} h`;
  return hours > 24 * 365 ? "over a year" : `${formatNumber(hours / 24)} days`;
}
