"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart, type LineSeries } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { hedgedPercentile, percentileNeededPerCall, shareWithSlowCall } from "@/lib/framework/estimation";
import { formatPercent, formatTick, formatWhole, percentOf } from "@/lib/framework/units";

type Inputs = { calls: number; percentile: number; hedged: "no" | "yes" };

const MOST_CALLS = 1000;
const CALLS = Array.from({ length: 61 }, (_, i) => MOST_CALLS ** (i / 60));
const TABLE_CALLS = [1, 2, 5, 10, 20, 50, 100, 200, 1000];

export function FanOutFigure({ calls, percentile = 0.99, caption }: VocabularyProps<"FanOutFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({ calls, percentile, hedged: "no" });
  const held = state.hedged === "yes" ? hedgedPercentile(state.percentile) : state.percentile;
  const slow = shareWithSlowCall(state.calls, held);
  const needed = percentileNeededPerCall(state.calls, 0.99);
  return (
    <FigureFrame
      title="How often a request meets a slow call"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Of ${formatWhole(state.calls)} parallel ${state.calls === 1 ? "call" : "calls"}, each fast in ${formatPercent(held)} of cases, at least one is slow in ${formatPercent(slow)} of requests. For the request to be fast in 99%, each call must be fast in ${percentDigits(needed)}.`}
      controls={
        <>
          <QuantityField
            label="Parallel calls in one request"
            scale="log"
            min={1}
            max={MOST_CALLS}
            isInteger
            value={state.calls}
            onChange={(next) => patch({ calls: next })}
          />
          <QuantityField
            label="Share of calls within their limit"
            unit="%"
            min={90}
            max={99.99}
            step={0.01}
            value={percentOf(state.percentile)}
            onChange={(percent) => patch({ percentile: percent / 100 })}
            hint="99% means that the limit is the call's p99."
          />
          <ChoiceField
            legend="Ask a second copy of each, take the first answer"
            value={state.hedged}
            onChange={(hedged: Inputs["hedged"]) => patch({ hedged })}
            options={[
              { value: "no", label: "No" },
              { value: "yes", label: "Yes, independent" },
            ]}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            ...(state.hedged === "yes"
              ? [
                  {
                    name: "A call with two copies is within its limit",
                    expression: `1 − (1 − ${percentDigits(state.percentile)})²`,
                    result: percentDigits(held),
                  },
                ]
              : []),
            {
              name: "Requests with a slow call",
              expression: `1 − ${percentDigits(held)} ^ ${formatWhole(state.calls)}`,
              result: formatPercent(slow),
            },
            {
              name: "What each call needs for 99% of requests",
              expression: `99% ^ (1 / ${formatWhole(state.calls)})`,
              result: percentDigits(needed),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Requests that meet a slow call, each call within its limit in ${percentDigits(state.percentile)} of cases`}
          rows={TABLE_CALLS}
          rowKey={String}
          columns={[
            { key: "calls", header: "Calls", rowHeader: true, cell: (n) => formatWhole(n) },
            {
              key: "once",
              header: "Asked once",
              numeric: true,
              cell: (n) => formatPercent(shareWithSlowCall(n, state.percentile)),
            },
            {
              key: "twice",
              header: "Two copies",
              numeric: true,
              cell: (n) => formatPercent(shareWithSlowCall(n, hedgedPercentile(state.percentile))),
            },
            {
              key: "needed",
              header: "Needed per call for 99%",
              numeric: true,
              cell: (n) => percentDigits(percentileNeededPerCall(n, 0.99)),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Share of requests with at least one slow call, by number of calls"
        description={`The share rises from ${formatPercent(1 - state.percentile)} for one call to ${formatPercent(shareWithSlowCall(MOST_CALLS, state.percentile))} for ${formatWhole(MOST_CALLS)}.`}
        x={{
          kind: "log",
          domain: [1, MOST_CALLS],
          tickValues: [1, 10, 100, 1000],
          label: "Parallel calls",
          format: formatTick,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickCount: 4,
          label: "Requests with a slow call",
          format: formatPercent,
        }}
        series={seriesOf(state.percentile)}
        marks={[
          { x: state.calls, y: slow, label: formatPercent(slow), color: state.hedged === "yes" ? 3 : 1 },
        ]}
      />
    </FigureFrame>
  );
}

function seriesOf(percentile: number): LineSeries[] {
  const pointsOf = (held: number) => CALLS.map((n) => [n, shareWithSlowCall(n, held)] as const);
  return [
    { id: "once", label: "Asked once", color: 1, points: pointsOf(percentile) },
    {
      id: "twice",
      label: "Two copies",
      color: 3,
      dash: true,
      points: pointsOf(hedgedPercentile(percentile)),
    },
  ];
}

/** Percentiles need their nines: 0.99989 -> "99.989%". */
function percentDigits(share: number): string {
  const decimals = Math.min(5, Math.max(2, 1 - Math.floor(Math.log10(100 * (1 - share) || 1))));
  return `${Number((share * 100).toFixed(decimals))}%`;
}
