import { expect, it } from "vitest";
import type { OfflineMetrics } from "@/lib/pipeline/video/trace";
import { bestBy, describeTruth, describeUnlogged } from "./metrics-words";

const of = (ndcgAt10: number, expectedWatch: number) => ({
  ndcgAt10,
  recallAt10: 0,
  hitAt10: 0,
  expectedWatch,
});
const metrics: OfflineMetrics = {
  users: 500,
  heldOutDays: 2,
  popularity: of(0.01, 0.1),
  itemToItem: of(0.18, 0.85),
  twoTower: of(0.14, 0.7),
  ranked: of(0.13, 1.47),
  pipeline: of(0.12, 1.4),
  retrievalRecall: [],
  candidateRecall: 0.75,
  headAuc: {},
};

it("says so when log and truth name different winners", () => {
  expect(bestBy(metrics, "ndcgAt10")[0]).toBe("itemToItem");
  expect(describeTruth(metrics)).toContain(
    "the log prefers item-to-item alone, and the truth all sources, ranked, with 1.47 against 0.85",
  );
  expect(describeTruth({ ...metrics, ranked: of(0.2, 1.47) })).toContain(
    "name the same winner: all sources, ranked",
  );
});

it("counts what the log has never shown", () => {
  expect(describeUnlogged(1_000_000, 50_000)).toContain("knows 50,000, 5.0 %. The other 950,000");
  expect(describeUnlogged(50_000, 50_000)).toBe("");
});
