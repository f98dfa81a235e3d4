"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  countBefore,
  drawItemEvents,
  JOIN_RULES,
  type JoinRule,
  joinCutoff,
  leakedEvents,
} from "@/lib/evaluation/point-in-time";
import { smoothedRate } from "@/lib/evaluation/target-encoding";
import { formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";
import { EventTimeline } from "./event-timeline";

const HOURS = 96;
const EVENTS = drawItemEvents(
  { impressions: 160, hours: HOURS, from: 0.05, to: 0.3, takeOffHour: 58 },
  createRandom("point-in-time"),
);
const PRIOR = { rate: 0.05, rows: 20 };
const RULE_LABELS: Record<JoinRule, string> = {
  today: "The table as it is today",
  day: "Snapshot of that day",
  instant: "Events before the request",
  served: "What had arrived",
};

type Inputs = { rule: JoinRule; requestHour: number; lagHours: number };

function joinedValue({ rule, requestHour, lagHours }: Inputs) {
  const cutoff = joinCutoff(rule, requestHour, HOURS, lagHours);
  const counted = countBefore(EVENTS, cutoff);
  return {
    cutoff,
    counted,
    leaked: leakedEvents(EVENTS, requestHour, cutoff),
    rate: smoothedRate(counted.clicks, counted.impressions, PRIOR.rate, PRIOR.rows),
  };
}

export function PointInTimeFigure({ requestHour, lagHours, caption }: VocabularyProps<"PointInTimeFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({ rule: "day", requestHour, lagHours });
  const value = joinedValue(state);
  const served = joinedValue({ ...state, rule: "served" });
  return (
    <FigureFrame
      title="Which value does the training row get?"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`For a request at hour ${state.requestHour} this join reads a click rate of ${formatPercent(value.rate)}; serving read ${formatPercent(served.rate)}. ${leakSentence(value.leaked, state)}`}
      controls={
        <>
          <div className="sm:col-span-2">
            <ChoiceField
              legend="Join the row to"
              value={state.rule}
              onChange={(rule: JoinRule) => patch({ rule })}
              options={JOIN_RULES.map((rule) => ({ value: rule, label: RULE_LABELS[rule] }))}
            />
          </div>
          <QuantityField
            label="The request arrives"
            unit="h"
            min={6}
            max={90}
            isInteger
            value={state.requestHour}
            onChange={(next) => patch({ requestHour: next })}
          />
          <QuantityField
            label="Events reach the store after"
            unit="h"
            min={0}
            max={24}
            isInteger
            value={state.lagHours}
            onChange={(next) => patch({ lagHours: next })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Value joined",
              expression: `(${formatWhole(value.counted.clicks)} + ${PRIOR.rows} × ${formatPercent(PRIOR.rate)}) / (${formatWhole(value.counted.impressions)} + ${PRIOR.rows})`,
              result: formatPercent(value.rate),
            },
            {
              name: "Value that was served",
              expression: `(${formatWhole(served.counted.clicks)} + ${PRIOR.rows} × ${formatPercent(PRIOR.rate)}) / (${formatWhole(served.counted.impressions)} + ${PRIOR.rows})`,
              result: formatPercent(served.rate),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`The four joins for a request at hour ${state.requestHour}; the training set is built at hour ${HOURS}`}
          rows={JOIN_RULES.map((rule) => ({ rule, ...joinedValue({ ...state, rule }) }))}
          rowKey={(row) => row.rule}
          columns={[
            { key: "rule", header: "Join", rowHeader: true, cell: (row) => RULE_LABELS[row.rule] },
            {
              key: "until",
              header: "Reads until hour",
              numeric: true,
              cell: (row) => Math.max(0, row.cutoff),
            },
            {
              key: "impressions",
              header: "Impressions",
              numeric: true,
              cell: (row) => row.counted.impressions,
            },
            { key: "clicks", header: "Clicks", numeric: true, cell: (row) => row.counted.clicks },
            {
              key: "leaked",
              header: "From the future",
              numeric: true,
              cell: (row) => row.leaked.impressions,
            },
            { key: "rate", header: "Rate", numeric: true, cell: (row) => formatPercent(row.rate) },
          ]}
        />
      }
    >
      <EventTimeline
        events={EVENTS}
        hours={HOURS}
        requestHour={state.requestHour}
        cutoff={value.cutoff}
        servedUntil={served.cutoff}
      />
    </FigureFrame>
  );
}

function leakSentence(leaked: { impressions: number; clicks: number }, { rule, lagHours }: Inputs): string {
  if (leaked.impressions > 0)
    return `${formatWhole(leaked.impressions)} of the impressions it counts, with ${formatWhole(leaked.clicks)} clicks, came after the request: a leak.`;
  if (rule === "instant" && lagHours > 0)
    return "Nothing of it is from the future, yet it knows events that had not arrived: a skew.";
  return "It knows exactly what serving knew.";
}
