import { expect, it } from "vitest";
import type { IndexMeasurement } from "@/lib/pipeline/workers/bench-schemas";
import {
  describeMachine,
  describeOverhead,
  describeTarget,
  doublings,
  fewestProbes,
  formatRecall,
  formatSearchTime,
} from "./index-words";

/** Sentences keep numbers and units together with a space that does not break. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const timing = (p50: number) => ({ min: p50, p50, p95: p50 * 1.5 });
const measured: IndexMeasurement = {
  items: 1_000_000,
  dim: 64,
  k: 100,
  lists: 1024,
  listsMilliseconds: 4000,
  implementation: "simd",
  threads: 2,
  exactMs: timing(8),
  points: [
    { probes: 16, scanned: 0.02, recall: 0.961, ms: timing(0.5) },
    { probes: 1, scanned: 0.001, recall: 0.41, ms: timing(0.2) },
    { probes: 32, scanned: 0.04, recall: 0.985, ms: timing(0.9) },
  ],
};

it("names the fewest probes that reach the target, whatever the order of the points", () => {
  expect(fewestProbes(measured, 0.95)?.probes).toBe(16);
  expect(fewestProbes(measured, 0.97)?.probes).toBe(32);
  expect(fewestProbes(measured, 0.99)).toBeNull();
});

it("says what they save, and when they save nothing", () => {
  expect(plain(describeTarget(measured, 0.95))).toBe(
    "Searching 16 lists of 1,024 is the least that finds 95 % of the exact 100 nearest: it finds 96.1 %, looks at 2.0 % of the rows and takes 0.5 ms; the exact scan takes 8 ms. 16 × as fast.",
  );
  expect(plain(describeTarget(measured, 0.99))).toContain("32 lists of 1,024 find 98.5 %");
  expect(plain(describeTarget({ ...measured, exactMs: timing(0.52) }, 0.95))).toContain("save no time");
});

it("explains why a thousandth of the rows is not a thousand times as fast", () => {
  expect(plain(describeOverhead(measured))).toContain(
    "1,000 times fewer than all, and the search is 40 × as fast",
  );
  const ideal = { ...measured, points: [{ probes: 1, scanned: 0.025, recall: 0.4, ms: timing(0.2) }] };
  expect(plain(describeOverhead(ideal))).toBe("");
});

it("keeps its units and never rounds an incomplete recall up to all", () => {
  expect(plain(formatRecall(0.9999))).toBe("99.9 %");
  expect(plain(formatRecall(1))).toBe("100 %");
  expect([0.003, 0.456, 12.4, 1500].map(formatSearchTime).map(plain)).toEqual([
    "<0.01 ms",
    "0.46 ms",
    "12 ms",
    "1.5 s",
  ]);
  expect(describeMachine(measured)).toBe("1,000,000 videos of 64 numbers, WebAssembly with SIMD, 2 threads");
  expect(doublings(20)).toEqual([1, 2, 4, 8, 16]);
});
