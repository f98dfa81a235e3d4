import { describe, expect, it } from "vitest";
import { examinationFromSwaps } from "@/lib/evaluation/examination";
import { countSwaps } from "./swap-counts";
import { DEFAULT_SEARCH_WORLD, NOTHING, PAGE_SIZE } from "./types";
import { createSearchWorld } from "./world";

const { log, truth } = createSearchWorld({
  ...DEFAULT_SEARCH_WORLD,
  products: 3_000,
  queries: 300,
  searches: 80_000,
});

describe("clicks on pairs that chance ordered", () => {
  it("tell the true examination", () => {
    // Each ratio of a chain with its own standard error, sqrt(1 / c' + 1 / c) of its logarithm; 9 of them stay within three.
    const zScores = countSwaps(log).map((swap, column) => {
      const expected = (truth.examination[column + 1] ?? 0) / (truth.examination[column] ?? 1);
      const ratio = (examinationFromSwaps([swap])[1] ?? 0) / expected;
      return Math.log(ratio) / Math.sqrt(1 / swap.lower + 1 / swap.upper);
    });
    expect(zScores).toHaveLength(PAGE_SIZE - 1);
    expect(Math.max(...zScores.map(Math.abs))).toBeLessThan(3);
  });

  it("are more with shuffled pages, and those of the first searches only when asked", () => {
    const withShuffled = countSwaps(log, { withShuffled: true });
    countSwaps(log).forEach(({ upper, lower }, column) => {
      expect(withShuffled[column]?.upper).toBeGreaterThan(upper);
      expect(withShuffled[column]?.lower).toBeGreaterThanOrEqual(lower);
    });
    expect(countSwaps(log, { searches: 0 })[0]).toEqual({ upper: 0, lower: 0 });
  });

  it("fall less steeply than clicks without interventions", () => {
    const clicks = (position: number) =>
      log.outcome.filter((outcome, place) => outcome !== NOTHING && place % PAGE_SIZE === position - 1)
        .length;
    expect(clicks(10) / clicks(1)).toBeLessThan((truth.examination[9] ?? 0) * 0.95);
  });
});
