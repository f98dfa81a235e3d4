import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { aucOfProfile, binomialBelow, exactHitRate, sampledHitRate } from "./sampled-metrics";

const ALWAYS_40 = [{ share: 1, rank: 40 }];
const TENTH_FIRST = [{ share: 0.1, rank: 1 }, { share: 0.9, rank: 2001 }]; // biome-ignore format: one ranker, one line

describe("metrics on sampled negatives", () => {
  it("turn the order of the golden rankers round", () => {
    expect([exactHitRate(ALWAYS_40, 10), exactHitRate(TENTH_FIRST, 10)]).toEqual([0, 0.1]);
    expect(sampledHitRate(ALWAYS_40, 10_000, 99, 10)).toBeCloseTo(1, 3);
    expect(sampledHitRate(TENTH_FIRST, 10_000, 99, 10)).toBeCloseTo(0.102, 3);
    expect(aucOfProfile(ALWAYS_40, 10_000)).toBeCloseTo(0.996, 3);
    expect(aucOfProfile(TENTH_FIRST, 10_000)).toBeCloseTo(0.82, 3);
  });

  it("are what drawing the negatives gives", () => {
    const random = createRandom("sampled");
    const [items, samples, k, rank] = [1000, 50, 5, 120];
    let hits = 0;
    for (let round = 0; round < 4000; round++) {
      let ahead = 0;
      for (let i = 0; i < samples; i++) if (random.integer(items - 1) < rank - 1) ahead++;
      if (ahead < k) hits++;
    }
    expect(Math.abs(hits / 4000 - sampledHitRate([{ share: 1, rank }], items, samples, k))).toBeLessThan(
      0.03,
    );
  });

  it("fall with the rank and stay probabilities", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (rank, samples) => {
          const here = sampledHitRate([{ share: 1, rank }], 10_000, samples, 10);
          const behind = sampledHitRate([{ share: 1, rank: rank + 500 }], 10_000, samples, 10);
          expect(here).toBeGreaterThanOrEqual(behind - 1e-9);
          expect(here).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("knows the binomial distribution at its ends", () => {
    // P(Binomial(4, 1/2) < 2) = (1 + 4) / 16
    expect(binomialBelow(4, 0.5, 2)).toBeCloseTo(5 / 16, 12);
    expect([binomialBelow(9, 0, 1), binomialBelow(9, 1, 5), binomialBelow(3, 0.9, 4)]).toEqual([1, 0, 1]);
  });
});
