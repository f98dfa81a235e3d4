import { describe, expect, it } from "vitest";
import {
  compare,
  compareNeighbours,
  compareRanking,
  compareStarts,
  compareTimes,
  missing,
} from "./comparisons";
import { formatFigure, formatRatio, formatTable } from "./table";

const PAIR = { what: "rank 500", unit: "ms", ours: 2, peer: "other" } as const;
const TIMING = { min: 1, p50: 2, p95: 3 };

describe("comparisons of peers", () => {
  it("divides theirs by ours, and nothing by zero", () => {
    const times = compareTimes(PAIR, TIMING, { min: 3, p50: 4, p95: 9 });
    expect([times.ratio, times.bestRatio]).toEqual([2, 3]);
    expect(compare(PAIR, 3).ratio).toBe(1.5);
    expect(compare({ ...PAIR, ours: 0 }, 3).ratio).toBeNull();
  });

  it("sets a search beside our scan of the same size, and beside the fastest of ours that finds as much", () => {
    const search = { setting: "", ms: TIMING, recall: 0.9 };
    const lists = { ...search, way: "ours lists", items: 1_000, k: 100 } as const;
    const pairs = compareNeighbours(
      {
        dimension: 64,
        scan: { implementation: "wasm", threads: 1 },
        builds: {
          exact: { ms: 1, bytes: 1 },
          lists: { ms: 10, bytes: 2e6 },
          exactAll: { ms: 1, bytes: 1 },
          listsAll: { ms: 1, bytes: 1 },
          graph: { ms: 5_000, bytes: 8e6 },
        },
        searches: [
          { ...search, way: "ours exact", items: 1_000, k: 100 },
          { ...search, way: "ours exact", items: 1_000, k: 500 },
          { ...search, way: "ours exact", items: 9_000, k: 100 },
          { ...lists, setting: "few lists", ms: { ...TIMING, p50: 0.5 }, recall: 0.8 },
          { ...lists, setting: "more lists", ms: { ...TIMING, p50: 1 } },
          { ...lists, setting: "most lists", ms: { ...TIMING, p50: 1.5 } },
          { ...search, way: "hnswlib-wasm", items: 1_000, k: 100, ms: { ...TIMING, p50: 8 } },
        ],
      },
      1_000,
    );
    expect(pairs.map(({ ratio }) => ratio)).toEqual([500, 4, 4, 8]);
    expect(pairs[3]?.what).toContain("more lists");
    expect(pairs[0]?.note).toContain("5000 µs per vector");
  });

  it("shows the fastest way to use a peer, and a failure only when all ways failed", () => {
    const row = { ms: TIMING, largestDifference: 0 };
    const rows = {
      ours: row,
      "a, slow": { ...row, ms: { ...TIMING, p50: 9 } },
      "a, broken": { error: "never mind" },
      "a, quick": { ...row, ms: { ...TIMING, p50: 4 } },
      "b, one": { error: "no memory" },
      "b, two": { error: "no file" },
    };
    const pairs = compareRanking({ candidates: 500, parameters: 1, rows });
    expect(pairs.map(({ peer, ratio, note }) => [peer, ratio, note])).toEqual([
      ["a", 2, "quick; equal logits"],
      ["b", null, "no memory"],
    ]);
  });

  it("keeps a peer that failed, with its reason", () => {
    const starts = { "our index": { ms: 5, kilobytes: 10 }, other: { error: "no file | here" } };
    const pairs = compareStarts(starts, { other: "our index" });
    expect(pairs.map(({ theirs, ratio, note }) => [theirs, ratio, note])).toEqual([
      [null, null, "no file | here"],
      [null, null, "no file | here"],
    ]);
  });
});

describe("table of peers", () => {
  it("writes figures with the digits that count", () => {
    expect([0.123456, 1.23456, 12.3456, 1234.56].map(formatFigure)).toEqual([
      "0.12",
      "1.23",
      "12.3",
      "1,235",
    ]);
    expect([0.456, 1.55, 12.3, 99.6, 1234, null].map(formatRatio)).toEqual([
      "0.46 x",
      "1.6 x",
      "12 x",
      "100 x",
      "1,234 x",
      "–",
    ]);
  });

  it("has as many cells in every row, whatever a reason says", () => {
    const table = formatTable([compare(PAIR, 3), missing(PAIR, "broke | in\ntwo")]);
    const widths = table.split("\n").map((line) => line.split(/(?<!\\)\|/).length);
    expect(widths).toEqual([10, 10, 10, 10]);
    expect(table).toContain("| 2.00 | other | 3.00 | 1.5 x | – |");
  });
});
