"use client";

import { useId } from "react";
import { PlotAxes } from "@/components/charts/plot-axes";
import { formatCount, formatShare } from "@/components/lab/format";
import { useBoxSize } from "@/components/lab/use-box";
import {
  describeTarget,
  fewestProbes,
  formatSearchTime,
  type IndexPoint,
} from "@/components/lab/video/latency/index-words";
import { TradeOffLabels } from "@/components/lab/video/latency/trade-off-labels";
import { layoutTradeOff, type TradeOffMark } from "@/lib/charts/trade-off-layout";
import type { IndexMeasurement } from "@/lib/pipeline/workers/bench-schemas";

const EXACT = "exact";

/** Milliseconds to the right, recall upwards; discs for the lists, a square for the exact scan, whiskers to the 95th percentile. */
export function TradeOffChart({ measured, target }: { measured: IndexMeasurement; target: number }) {
  const id = useId();
  const [ref, size] = useBoxSize<HTMLDivElement>();
  const { points, exactMs, k } = measured;
  const layout = layoutTradeOff(
    points.map(({ probes, recall, ms }) => ({ id: String(probes), recall, ...ms })),
    { id: EXACT, recall: 1, ...exactMs },
  );
  const reaching = fewestProbes(measured, target);
  // The most telling first: where room is short, the others go without.
  const texts = new Map([
    [EXACT, { short: "exact", long: `exact, ${formatSearchTime(exactMs.p50)}` }] as const,
    ...(reaching ? [reaching, ...points] : points).map((point) => labelOf(point)),
  ]);
  return (
    <figure className="m-0 text-xs text-ink-2 tabular-nums">
      <div
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        className="grid grid-cols-[minmax(0,1fr)]"
      >
        <p id={`${id}-title`} className="pb-2">
          Recall@{formatCount(k)} against the exact scan
        </p>
        <p id={`${id}-description`} className="sr-only">
          {describeTarget(measured, target)} The table below holds every point.
        </p>
        <div ref={ref} className="relative mt-6 mr-5 ml-11 h-72">
          <PlotAxes layout={layout} x={{ format: String }} y={{ format: formatShare }} />
          <Target top={layout.place(1, target).top} target={target} />
          <svg
            aria-hidden
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
          >
            <path
              d={layout.line}
              fill="none"
              stroke="var(--series-1)"
              strokeWidth={2}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {layout.marks.map((mark) => (
            <Mark key={mark.id} mark={mark} />
          ))}
          {size && <TradeOffLabels marks={layout.marks} texts={texts} size={size} />}
        </div>
        <p className="pt-6 text-center">milliseconds a search (log scale); whisker: 95th percentile</p>
      </div>
    </figure>
  );
}

function labelOf({ probes, scanned }: IndexPoint) {
  const count = formatCount(probes);
  const long = `${count} ${probes === 1 ? "list" : "lists"}, ${formatShare(scanned)} of rows`;
  return [String(probes), { short: count, long }] as const;
}

function Mark({ mark }: { mark: TradeOffMark }) {
  const isExact = mark.id === EXACT;
  const color = isExact ? "var(--series-2)" : "var(--series-1)";
  return (
    <>
      <span
        className="absolute h-2 -translate-y-1/2 border-r-2"
        style={{
          left: `${mark.whisker.left}%`,
          width: `${mark.whisker.width}%`,
          top: `${mark.top}%`,
          borderColor: color,
        }}
      >
        <span className="absolute inset-x-0 top-1/2 border-t" style={{ borderColor: color }} />
      </span>
      <span
        className={`absolute size-2.5 -translate-1/2 ring-2 ring-paper ${isExact ? "" : "rounded-full"}`}
        style={{ left: `${mark.left}%`, top: `${mark.top}%`, background: color }}
      />
    </>
  );
}

function Target({ top, target }: { top: number; target: number }) {
  return (
    <div className="absolute inset-x-0 border-t border-dashed border-line-strong" style={{ top: `${top}%` }}>
      <span className="absolute top-0.5 right-0 bg-paper px-1">{formatShare(target)}</span>
    </div>
  );
}
