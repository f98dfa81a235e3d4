"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { type ClickDelays, clicksWithin, joinerBytes } from "@/lib/evaluation/delayed-labels";
import { formatBytes, formatCount, formatNumber, formatPercent, percentOf } from "@/lib/framework/units";

type Inputs = ClickDelays & { windowSeconds: number; impressionsPerSecond: number; bytesPerRow: number };

const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;
const WINDOWS = Array.from({ length: 61 }, (_, i) =>
  Math.round(SHORTEST_SECONDS * (LONGEST_SECONDS / SHORTEST_SECONDS) ** (i / 60)),
);
const TABLE_WINDOWS = [30, 60, 120, 300, 600, 900, 1_800];

/** How long an impression waits for its click: what a short window loses, what a long one holds. */
export function JoinWindowFigure({
  windowSeconds,
  impressionsPerSecond,
  bytesPerRow,
  caption,
}: VocabularyProps<"JoinWindowFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    windowSeconds,
    impressionsPerSecond,
    bytesPerRow,
    quickMedianSeconds: 12,
    lateMedianSeconds: 300,
    lateShare: 0.15,
  });
  const inTime = clicksWithin(state.windowSeconds, state);
  const bytes = joinerBytes(state.impressionsPerSecond, state.windowSeconds, state.bytesPerRow);
  return (
    <FigureFrame
      title="Waiting for a click"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`After ${formatSeconds(state.windowSeconds)}, ${formatPercent(1 - inTime)} of the clicks have still to come and are written as negatives: a model of these labels is ${formatPercent(1 - inTime)} too low unless it is divided by ${formatNumber(inTime)}. Meanwhile the joiner holds ${formatBytes(bytes)}, and the newest label is ${formatSeconds(state.windowSeconds)} old.`}
      controls={
        <>
          <QuantityField
            label="Window"
            unit="s"
            scale="log"
            min={SHORTEST_SECONDS}
            max={LONGEST_SECONDS}
            isInteger
            value={state.windowSeconds}
            onChange={(next) => patch({ windowSeconds: next })}
          />
          <QuantityField
            label="Clicks that come late"
            unit="%"
            min={0}
            max={60}
            value={percentOf(state.lateShare)}
            onChange={(percent) => patch({ lateShare: percent / 100 })}
          />
          <QuantityField
            label="Median delay of the late ones"
            unit="s"
            scale="log"
            min={60}
            max={3_600}
            isInteger
            value={state.lateMedianSeconds}
            onChange={(lateMedianSeconds) => patch({ lateMedianSeconds })}
          />
          <QuantityField
            label="Impressions a second"
            scale="log"
            min={100}
            max={10_000_000}
            isInteger
            value={state.impressionsPerSecond}
            onChange={(next) => patch({ impressionsPerSecond: next })}
          />
          <QuantityField
            label="Bytes held for each"
            unit="B"
            scale="log"
            min={16}
            max={4_000}
            isInteger
            value={state.bytesPerRow}
            onChange={(next) => patch({ bytesPerRow: next })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Clicks inside the window",
              expression: `${formatNumber(1 - state.lateShare)} × Φ(ln(${state.windowSeconds} / ${state.quickMedianSeconds}) / 1) + ${formatNumber(state.lateShare)} × Φ(ln(${state.windowSeconds} / ${state.lateMedianSeconds}) / 0.9)`,
              result: formatPercent(inTime),
            },
            {
              name: "Held by the joiner",
              expression: `${formatCount(state.impressionsPerSecond)} / s × ${state.windowSeconds} s × ${state.bytesPerRow} B`,
              result: formatBytes(bytes),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Windows compared; quick clicks have a median delay of 12 s"
          rows={TABLE_WINDOWS}
          rowKey={String}
          columns={[
            { key: "window", header: "Window", rowHeader: true, cell: formatSeconds },
            {
              key: "lost",
              header: "Clicks lost",
              numeric: true,
              cell: (seconds) => formatPercent(1 - clicksWithin(seconds, state)),
            },
            {
              key: "bytes",
              header: "Held",
              numeric: true,
              cell: (seconds) =>
                formatBytes(joinerBytes(state.impressionsPerSecond, seconds, state.bytesPerRow)),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Clicks lost by the length of the window"
        description={`The share falls from ${formatPercent(1 - clicksWithin(30, state))} at 30 s to ${formatPercent(1 - clicksWithin(1_800, state))} at 30 minutes; at ${formatSeconds(state.windowSeconds)} it is ${formatPercent(1 - inTime)}.`}
        hideEndLabels
        x={{
          kind: "log",
          domain: [SHORTEST_SECONDS, LONGEST_SECONDS],
          tickValues: [5, 30, 120, 600, 3_600],
          label: "Window",
          format: formatSeconds,
        }}
        y={{ kind: "linear", domain: [0, 100], label: "Clicks lost, %", format: formatNumber }}
        series={[
          {
            id: "lost",
            label: "Clicks lost",
            color: 1,
            fill: true,
            points: WINDOWS.map((seconds) => [seconds, percentOf(1 - clicksWithin(seconds, state))] as const),
          },
        ]}
        marks={[
          {
            x: state.windowSeconds,
            y: percentOf(1 - inTime),
            label: formatPercent(1 - inTime),
            color: 1,
          },
        ]}
      />
    </FigureFrame>
  );
}

/** 90 -> "90 s", 600 -> "10 min", 3,600 -> "1 h". */
function formatSeconds(seconds: number): string {
  if (seconds >= 3_600) return `${formatNumber(seconds / 3_600)} h`;
  return seconds < 120 ? `${formatNumber(seconds)} s` : `${formatNumber(seconds / 60)} min`;
}
