import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { type FunnelFilter, survivalOfBest } from "./funnel-recall";

/** The same funnel, played: scores drawn, the best kept, the lost counted. */
function playFunnel(
  catalogue: number,
  filters: readonly FunnelFilter[],
  slate: number,
  rounds: number,
): number[] {
  const random = createRandom("funnel");
  const lost = filters.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const value = Array.from({ length: catalogue }, () => random.normal());
    const best = [...value.keys()].sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0)).slice(0, slate);
    let left = [...value.keys()];
    filters.forEach(({ keep, agreement }, stage) => {
      const noise = Math.sqrt(1 - agreement ** 2);
      const score = value.map((v) => agreement * v + noise * random.normal());
      left = left.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0)).slice(0, keep);
      const there = new Set(left);
      lost[stage] = (lost[stage] ?? 0) + best.filter((item) => there.has(item)).length / (slate * rounds);
    });
  }
  return lost;
}

describe("survival of the best items", () => {
  it("is what a played funnel shows", () => {
    const filters = [{ keep: 200, agreement: 0.7 }, { keep: 50, agreement: 0.9 }]; // biome-ignore format: a funnel, one line
    const played = playFunnel(4000, filters, 10, 200);
    survivalOfBest(4000, filters, 10).forEach((recall, stage) => {
      expect(Math.abs(recall - (played[stage] ?? 0))).toBeLessThan(0.025);
    });
  });

  it("of a stage that knows nothing is the share that it keeps", () => {
    const [first, second] = survivalOfBest(
      1e6,
      [
        { keep: 1e5, agreement: 0 },
        { keep: 1e3, agreement: 0 },
      ],
      20,
    );
    expect(first).toBeCloseTo(0.1, 6);
    expect(second).toBeCloseTo(0.001, 6);
  });

  it("never rises along the funnel, and rises with a wider cut and with a better score", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 3000 }),
        fc.integer({ min: 30, max: 99 }),
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        (wide, narrow, agreement) => {
          const recall = (keep: number, rho: number) =>
            survivalOfBest(
              1e6,
              [
                { keep, agreement: rho },
                { keep: narrow, agreement: 0.8 },
              ],
              20,
            );
          const [first = 0, second = 0] = recall(wide, agreement);
          expect(second).toBeLessThanOrEqual(first + 1e-9);
          expect(recall(wide * 2, agreement)[0]).toBeGreaterThan(first);
          expect(recall(wide, agreement + 0.04)[0]).toBeGreaterThan(first);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("is not touched by a filter that keeps all it is given", () => {
    const [first, second] = survivalOfBest(
      1e7,
      [
        { keep: 500, agreement: 0.9 },
        { keep: 500, agreement: 0.1 },
      ],
      20,
    );
    expect(second).toBe(first);
  });
});
