/** What a measurement of the index says, in words made from its numbers. */
import { formatCount, formatShare } from "@/components/lab/format";
import type { IndexMeasurement } from "@/lib/pipeline/workers/bench-schemas";

export type IndexPoint = IndexMeasurement["points"][number];

/** Below this many milliseconds a browser's clock may tell nothing. */
const SHORTEST = 0.005;

/** Keeps a number and its unit on one line. */
const NBSP = "\u00a0";

/** Two significant digits: searches of few lists take fractions of a millisecond. */
export function formatSearchTime(milliseconds: number): string {
  if (milliseconds < SHORTEST) return `<0.01${NBSP}ms`;
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)}${NBSP}s`;
  return `${milliseconds >= 10 ? Math.round(milliseconds) : Number(milliseconds.toPrecision(2))}${NBSP}ms`;
}

/** "97.4 %": nearly complete recalls differ in the first decimal. */
export const formatRecall = (recall: number): string =>
  `${recall >= 1 ? 100 : Math.min(99.9, recall * 100).toFixed(1)}${NBSP}%`;

/** How many times as fast as the exact scan; null when the clock cannot tell. */
export function speedUp({ exactMs }: IndexMeasurement, point: IndexPoint): number | null {
  return point.ms.p50 < SHORTEST ? null : exactMs.p50 / point.ms.p50;
}

export function formatSpeedUp(times: number | null): string {
  return times === null ? "" : `${times >= 10 ? Math.round(times) : times.toFixed(1)}${NBSP}×`;
}

/** The setting with the fewest probes that finds `target` of the exact neighbours; null when none does. */
export function fewestProbes({ points }: IndexMeasurement, target: number): IndexPoint | null {
  return points.toSorted((a, b) => a.probes - b.probes).find(({ recall }) => recall >= target) ?? null;
}

const probesOf = (count: number) => `${formatCount(count)} ${count === 1 ? "list" : "lists"}`;

/** What the lists save at `target` recall, or that they save nothing. */
export function describeTarget(measured: IndexMeasurement, target: number): string {
  const { lists, exactMs, points, k } = measured;
  const point = fewestProbes(measured, target);
  const wanted = `${formatShare(target)} of the exact ${formatCount(k)} nearest`;
  if (!point) {
    const best = points.toSorted((a, b) => b.recall - a.recall)[0];
    if (!best) return "Nothing was measured.";
    return `No setting finds ${wanted}: ${probesOf(best.probes)} of ${formatCount(lists)} find ${formatRecall(best.recall)}. Fewer lists, or more probes, would.`;
  }
  const cost = `Searching ${probesOf(point.probes)} of ${formatCount(lists)} is the least that finds ${wanted}: it finds ${formatRecall(point.recall)}, looks at ${formatShare(point.scanned)} of the rows and takes ${formatSearchTime(point.ms.p50)}; the exact scan takes ${formatSearchTime(exactMs.p50)}.`;
  const times = speedUp(measured, point);
  if (times === null) return cost;
  return times >= 1.1
    ? `${cost} ${formatSpeedUp(times)} as fast.`
    : `${cost} Here the lists save no time: an exact scan is as fast, and misses nothing.`;
}

/** Why there is less to gain than the rows left out promise; "" when there is not. */
export function describeOverhead(measured: IndexMeasurement): string {
  const first = measured.points.toSorted((a, b) => a.probes - b.probes)[0];
  if (!first || first.ms.p50 < SHORTEST) return "";
  const promised = 1 / Math.max(first.scanned, 1e-6);
  const times = measured.exactMs.p50 / first.ms.p50;
  if (promised < times * 1.5) return "";
  return `One list holds ${formatShare(first.scanned)} of the rows, ${formatCount(Math.round(promised))} times fewer than all, and the search is ${formatSpeedUp(times)} as fast: comparing the query with ${formatCount(measured.lists)} centres and keeping the best takes time as well.`;
}

const IMPLEMENTATIONS: Readonly<Record<string, string>> = {
  "relaxed-simd": "WebAssembly with relaxed SIMD",
  simd: "WebAssembly with SIMD",
  javascript: "JavaScript, since this browser has no WebAssembly SIMD",
};

/** What ran: "1,000,000 videos of 64 numbers, WebAssembly with SIMD, 2 threads". */
export function describeMachine({ items, dim, implementation, threads }: IndexMeasurement): string {
  const how = IMPLEMENTATIONS[implementation] ?? implementation;
  return `${formatCount(items)} videos of ${dim} numbers, ${how}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
}

/** 1, 2, 4, … up to `most`: the probes that are measured. */
export function doublings(most: number): number[] {
  const probes: number[] = [];
  for (let count = 1; count <= most && probes.length < 16; count *= 2) probes.push(count);
  return probes;
}
