"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  bestInterval,
  bestLinearInterval,
  costPerDay,
  lossAtAge,
  meanLoss,
} from "@/lib/evaluation/retraining-cadence";
import { formatCount, formatFixed, formatNumber } from "@/lib/framework/units";

type Inputs = {
  perDay: number;
  limit: number;
  value: number;
  perRun: number;
  delay: number;
  interval: number;
};

const GRID = Array.from({ length: 73 }, (_, i) => 0.1 * 1_000 ** (i / 72));

export function RetrainingFigure({
  perDay = 0.15,
  perRun = 2_000,
  value = 5_000,
  caption,
}: VocabularyProps<"RetrainingFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    perDay,
    limit: 3,
    value,
    perRun,
    delay: 0.5,
    interval: 7,
  });
  const decay = { perDay: state.perDay, limit: state.limit };
  const costs = { perRun: state.perRun, perUnitDay: state.value, delayDays: state.delay };
  const cost = (interval: number) => costPerDay(interval, decay, costs);
  const best = bestInterval(decay, costs, 0.1, 100);
  const floor = state.value * meanLoss(0.001, state.delay, decay);
  const highest = 1.6 * Math.max(cost(state.interval), cost(best));
  const dollars = (amount: number) => `$${formatCount(amount)}`;
  return (
    <FigureFrame
      title="How often is a new model worth its price?"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Retrained every ${formatNumber(state.interval)} days it costs ${dollars(cost(state.interval))} a day, of which ${dollars(state.perRun / state.interval)} are runs and ${dollars(state.value * meanLoss(state.interval, state.delay, decay))} stale predictions. The least, ${dollars(cost(best))}, is at every ${formatNumber(best)} days; ${dollars(floor)} of it is the delay from data to serving, which no cadence removes.`}
      controls={
        <>
          <QuantityField
            label="Quality lost per day of age, at first"
            unit="%"
            scale="log"
            min={0.01}
            max={2}
            value={state.perDay}
            onChange={(next) => patch({ perDay: next })}
          />
          <QuantityField
            label="Where the loss levels off"
            unit="%"
            scale="log"
            min={0.2}
            max={30}
            value={state.limit}
            onChange={(limit) => patch({ limit })}
          />
          <QuantityField
            label="Worth of 1% for a day"
            unit="$"
            scale="log"
            min={10}
            max={1_000_000}
            value={state.value}
            onChange={(next) => patch({ value: next })}
          />
          <QuantityField
            label="Cost of a run"
            unit="$"
            scale="log"
            min={1}
            max={100_000}
            value={state.perRun}
            onChange={(next) => patch({ perRun: next })}
            hint="Training, evaluation, rollout, and the people who look at it."
          />
          <QuantityField
            label="From the last row to serving"
            unit="days"
            scale="log"
            min={0.05}
            max={14}
            value={state.delay}
            onChange={(delay) => patch({ delay })}
          />
          <QuantityField
            label="Your cadence: every"
            unit="days"
            scale="log"
            min={0.1}
            max={100}
            value={state.interval}
            onChange={(interval) => patch({ interval })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Best interval if the loss grew in a straight line",
              expression: `√(2 × ${formatNumber(state.perRun)} / (${formatNumber(state.perDay)} × ${formatNumber(state.value)}))`,
              result: `${formatNumber(bestLinearInterval(state.perDay, costs))} days`,
            },
            {
              name: "Loss of a model a week old",
              expression: `${formatNumber(state.limit)} × (1 − e^(−${formatNumber(state.perDay)} × 7 / ${formatNumber(state.limit)}))`,
              result: `${formatFixed(lossAtAge(7, decay), 2)}%`,
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Cost a day by cadence"
          rows={[0.25, 1, 2, 7, 14, 30, 90]}
          rowKey={(interval) => `every-${interval}`}
          columns={[
            { key: "interval", header: "Every (days)", rowHeader: true, cell: (interval) => interval },
            {
              key: "runs",
              header: "Runs",
              numeric: true,
              cell: (interval) => dollars(state.perRun / interval),
            },
            {
              key: "stale",
              header: "Staleness",
              numeric: true,
              cell: (interval) => dollars(state.value * meanLoss(interval, state.delay, decay)),
            },
            { key: "sum", header: "Together", numeric: true, cell: (interval) => dollars(cost(interval)) },
          ]}
        />
      }
    >
      <LineChart
        title="Cost a day by cadence"
        description={`Least at every ${formatNumber(best)} days, ${dollars(cost(best))}; at your cadence ${dollars(cost(state.interval))}.`}
        x={{
          kind: "log",
          domain: [0.1, 100],
          tickValues: [0.1, 1, 7, 30, 100],
          label: "Days between runs (log scale)",
          format: formatNumber,
        }}
        y={{ kind: "linear", domain: [0, highest], label: "Dollars a day", format: formatCount }}
        series={[
          { id: "sum", label: "together", color: 1, points: drawn(cost, highest) },
          {
            id: "runs",
            label: "runs",
            color: 5,
            dash: true,
            points: drawn((interval) => state.perRun / interval, highest),
          },
          {
            id: "stale",
            label: "staleness",
            color: 2,
            dash: true,
            points: drawn((interval) => state.value * meanLoss(interval, state.delay, decay), highest),
          },
        ]}
        marks={[
          { x: best, y: cost(best), label: "least", color: 1 },
          { x: state.interval, y: cost(state.interval), label: "yours", color: 3 },
        ]}
      />
    </FigureFrame>
  );
}

const drawn = (of: (interval: number) => number, highest: number) =>
  GRID.map((interval) => [interval, of(interval)] as const).filter(([, amount]) => amount <= highest);
