"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  cacheHitRate,
  liveEntries,
  timedHitRate,
  zipfBands,
  zipfExponentFor,
} from "@/lib/framework/query-cache";
import {
  formatBytes,
  formatCount,
  formatFixed,
  formatNumber,
  formatPercent,
  percentOf,
} from "@/lib/framework/units";

const HEAD_QUERIES = 0.01;
/** A thousand product numbers of four bytes and a score of four: what an entry holds. */
const ENTRY_BYTES = 8_000;
const LIFETIMES = Array.from({ length: 41 }, (_, i) => 86_400 ** (i / 40));
const TABLE_LIFETIMES = [1, 10, 60, 240, 600, 3_600, 86_400];

function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${formatNumber(seconds)} s`;
  if (seconds < 3_600) return `${formatNumber(seconds / 60)} min`;
  return `${formatNumber(seconds / 3_600)} h`;
}

export function CacheHitFigure({ limitSeconds, caption, ...given }: VocabularyProps<"CacheHitFigure">) {
  const { state, patch, reset, isChanged } = useFigureState(given);
  const { searchesPerSecond, distinctQueries, headTraffic, lifetimeSeconds } = state;
  const { bands, exponent, curve } = useMemo(() => {
    const found = zipfExponentFor(distinctQueries, HEAD_QUERIES, headTraffic);
    const traffic = zipfBands(distinctQueries, found);
    return {
      bands: traffic,
      exponent: found,
      curve: LIFETIMES.map(
        (seconds) => [seconds, cacheHitRate(traffic, searchesPerSecond, seconds)] as const,
      ),
    };
  }, [distinctQueries, headTraffic, searchesPerSecond]);
  const hits = cacheHitRate(bands, searchesPerSecond, lifetimeSeconds);
  const entries = liveEntries(bands, searchesPerSecond, lifetimeSeconds);
  const topRate = searchesPerSecond * (bands[0]?.share ?? 0);
  return (
    <FigureFrame
      title="What a cache answers"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Entries that live ${formatSeconds(lifetimeSeconds)} answer ${formatPercent(hits)} of the searches; ${formatCount(searchesPerSecond * (1 - hits))} a second are left. ${formatCount(entries)} entries are alive, ${formatBytes(entries * ENTRY_BYTES)}.${lifetimeSeconds > limitSeconds ? ` That is longer than the ${formatSeconds(limitSeconds)} that freshness allows.` : ""}`}
      controls={
        <>
          <QuantityField
            label="Lifetime of an entry"
            unit="s"
            scale="log"
            min={1}
            max={86_400}
            value={lifetimeSeconds}
            onChange={(next) => patch({ lifetimeSeconds: next })}
          />
          <QuantityField
            label="Searches a second"
            scale="log"
            min={1}
            max={100_000}
            value={searchesPerSecond}
            onChange={(next) => patch({ searchesPerSecond: next })}
          />
          <QuantityField
            label="Different queries"
            scale="log"
            min={1e4}
            max={1e9}
            isInteger
            value={distinctQueries}
            onChange={(next) => patch({ distinctQueries: next })}
          />
          <QuantityField
            label="Traffic of the first 1% of queries"
            unit="%"
            min={10}
            max={90}
            value={percentOf(headTraffic)}
            onChange={(percent) => patch({ headTraffic: percent / 100 })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Hit rate of the most frequent query",
              expression: `λT / (1 + λT), λT = ${formatNumber(topRate)} × ${formatNumber(lifetimeSeconds)}`,
              result: formatFixed(timedHitRate(topRate, lifetimeSeconds), 4),
            },
            {
              name: `All queries, shares ∝ rank^−${formatFixed(exponent, 3)}`,
              expression: "Σ share × λT / (1 + λT)",
              result: formatFixed(hits, 4),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Share of searches answered, by lifetime"
          rows={TABLE_LIFETIMES}
          rowKey={(seconds) => String(seconds)}
          columns={[
            { key: "lifetime", header: "Lifetime", rowHeader: true, cell: formatSeconds },
            {
              key: "hits",
              header: "Answered",
              numeric: true,
              cell: (seconds) => formatPercent(cacheHitRate(bands, searchesPerSecond, seconds)),
            },
            {
              key: "entries",
              header: "Entries alive",
              numeric: true,
              cell: (seconds) => formatCount(liveEntries(bands, searchesPerSecond, seconds)),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Share of searches answered from the cache, by lifetime"
        description={TABLE_LIFETIMES.map(
          (seconds) =>
            `${formatSeconds(seconds)}: ${formatPercent(cacheHitRate(bands, searchesPerSecond, seconds))}`,
        ).join("; ")}
        hideEndLabels
        series={[{ id: "hits", label: "Answered", points: curve, color: 1, fill: true }]}
        x={{
          kind: "log",
          label: "Lifetime of an entry",
          domain: [1, 86_400],
          tickValues: [1, 10, 60, 600, 3_600, 86_400],
          format: formatSeconds,
        }}
        y={{
          kind: "linear",
          label: "Searches answered",
          domain: [0, 1],
          tickValues: [0, 0.25, 0.5, 0.75, 1],
          format: formatPercent,
        }}
        marks={[{ x: lifetimeSeconds, y: hits, label: formatPercent(hits), color: 1 }]}
        references={[
          { axis: "x", value: limitSeconds, label: "freshness" },
          { axis: "y", value: headTraffic, label: "traffic of the first 1%" },
        ]}
      />
    </FigureFrame>
  );
}
