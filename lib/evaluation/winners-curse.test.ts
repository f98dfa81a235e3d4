import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { type CurseOptions, shrinkage, simulateWinners } from "./winners-curse";

const options: CurseOptions = {
  noise: 0.3,
  newNoise: 0.3,
  newShare: 0,
  auctions: 800,
  counts: [1, 10, 500],
};

describe("the winner's curse", () => {
  // Golden: numpy, 4,000 auctions of 500 ads, true logits N(-4.6, 0.5).
  it.each([
    [0.1, 1.06, 1.0],
    [0.3, 1.53, 1.04],
    [0.5, 2.69, 1.13],
  ])("with noise %d predicts the winner %d times too high, all ads %d times", (noise, winner, all) => {
    const { winners, allAds } = simulateWinners({ ...options, noise }, createRandom("curse"));
    expect((winners.raw[2] ?? 0) / winner).toBeGreaterThan(0.95);
    expect((winners.raw[2] ?? 0) / winner).toBeLessThan(1.05);
    expect(Math.abs(allAds - all)).toBeLessThan(0.015);
  });
  it("is gone after shrinking when all ads are equally uncertain", () => {
    expect(shrinkage(0.5)).toBeCloseTo(0.5, 12);
    const { winners } = simulateWinners({ ...options, noise: 0.5 }, createRandom("shrunk"));
    for (const ratio of [...winners.own, ...winners.pooled]) expect(Math.abs(ratio - 1)).toBeLessThan(0.08);
  });
  it("returns with one calibration for all when some ads are newer, and not with each ad's own", () => {
    const mixed = { ...options, noise: 0.1, newNoise: 0.8, newShare: 0.2 };
    const { winners } = simulateWinners(mixed, createRandom("mixed"));
    expect(winners.pooled[2] ?? 0).toBeGreaterThan(1.3);
    expect(Math.abs((winners.own[2] ?? 0) - 1)).toBeLessThan(0.08);
    expect(winners.raw[2] ?? 0).toBeGreaterThan(winners.pooled[2] ?? 9);
  });
  it("has the numbers that the chapter on calibration quotes for one new ad in five", () => {
    const { winners, allAds } = simulateWinners(
      {
        noise: 0.1,
        newNoise: 0.8,
        newShare: 0.2,
        auctions: 300,
        counts: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      },
      createRandom(7),
    );
    expect(allAds.toFixed(2)).toBe("1.08");
    expect([winners.raw, winners.pooled, winners.own].map((ratios) => ratios.at(-1)?.toFixed(2))).toEqual([
      "4.71",
      "2.19",
      "1.00",
    ]);
  });
});
