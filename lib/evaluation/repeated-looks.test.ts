import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { boundaryOf, crossingProbability, simulateLooks } from "./group-sequential";

const every = (looks: number) => crossingProbability(boundaryOf("every-look", looks));

describe("looking again and again", () => {
  // Oracle: Armitage, McPherson & Rowe (1969), table 2, two-sided 5 %.
  it.each([
    [1, 0.05],
    [2, 0.083],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
  ])("%d times raises the chance of a false alarm to %d", (looks, chance) => {
    expect(Math.abs(every(looks) - chance)).toBeLessThan(0.001);
  });
  // Oracle: the constants of Pocock (1977) and O'Brien & Fleming (1979) for 5 %.
  it("is paid for by a higher limit", () => {
    expect(boundaryOf("pocock", 2)[0]).toBeCloseTo(2.178, 2);
    expect(boundaryOf("pocock", 5)[0]).toBeCloseTo(2.413, 2);
    expect(boundaryOf("obrien-fleming", 5).at(-1)).toBeCloseTo(2.04, 2);
    expect(boundaryOf("obrien-fleming", 5)[0]).toBeCloseTo(4.562, 1);
    for (const boundary of ["pocock", "obrien-fleming"] as const)
      expect(crossingProbability(boundaryOf(boundary, 10))).toBeCloseTo(0.05, 3);
  });
  it("agrees with experiments in which nothing differed", () => {
    const options = { drift: 0, runs: 4_000, kept: 3 };
    const { crossed, paths } = simulateLooks(boundaryOf("every-look", 20), options, createRandom("peeking"));
    expect(Math.abs(crossed - every(20))).toBeLessThan(0.025);
    for (const { z, stoppedAt } of paths) expect(z).toHaveLength(stoppedAt || 20);
    const found = simulateLooks(boundaryOf("pocock", 5), { ...options, drift: 2.8 }, createRandom("effect"));
    expect(Math.abs(found.crossed - crossingProbability(boundaryOf("pocock", 5), 2.8))).toBeLessThan(0.025);
    expect(found.meanShare).toBeLessThan(0.85);
  });
  it("has the power of one look at the end when it only looks then", () => {
    // z of 1.96 + 0.8416 at the end is the usual power of 80 %.
    expect(crossingProbability(boundaryOf("one-look", 5), 2.8016)).toBeCloseTo(0.8, 3);
    expect(crossingProbability(boundaryOf("obrien-fleming", 5), 2.8016)).toBeGreaterThan(0.77);
    expect(crossingProbability(boundaryOf("pocock", 5), 2.8016)).toBeLessThan(0.74);
  });
  it("has the numbers that the chapter on experiments quotes", () => {
    const percent = (share: number) => Math.round(100 * share);
    const found = (boundary: "pocock" | "obrien-fleming") =>
      100 * crossingProbability(boundaryOf(boundary, 20), 2.8016);
    expect([2, 5, 20].map((looks) => (100 * every(looks)).toFixed(1))).toEqual(["8.3", "14.2", "24.8"]);
    expect(percent(every(10))).toBe(19);
    expect(Math.abs(found("pocock") - 65)).toBeLessThan(1);
    expect(percent(found("obrien-fleming") / 100)).toBe(78);
    expect(boundaryOf("pocock", 20)[0]?.toFixed(2)).toBe("2.67");
    expect(boundaryOf("obrien-fleming", 20).at(-1)?.toFixed(2)).toBe("2.13");
  });
});
