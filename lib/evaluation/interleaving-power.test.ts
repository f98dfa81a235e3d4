import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { sampleSizePerArm } from "./experiments";
import { TEAM_A, TEAM_B } from "./interleaving";
import {
  interleavingPower,
  leadChances,
  queriesForPower,
  simulatePageOutcomes,
  splitPower,
} from "./interleaving-power";

describe("the lead on an interleaved page", () => {
  it("is worked out over all outcomes", () => {
    // One place each: A leads when it is clicked and B is not.
    const [forA, forB] = leadChances([0.3, 0.2], [TEAM_A, TEAM_B]);
    expect(forA).toBeCloseTo(0.3 * 0.8, 12);
    expect(forB).toBeCloseTo(0.2 * 0.7, 12);
    expect(leadChances([0.5, 0.5], [TEAM_A, TEAM_A])).toEqual([0.75, 0]);
  });
});

describe("interleaving against a split", () => {
  const outcomes = simulatePageOutcomes(
    { sharedNoise: 0.7, extraNoise: 0.5, eta: 0.5, queries: 2_000 },
    createRandom("pair"),
  );
  it("prefers the better ranker, as clicks do", () => {
    expect(outcomes.winsA).toBeGreaterThan(outcomes.winsB);
    expect(outcomes.clickedA).toBeGreaterThan(outcomes.clickedB);
  });
  it("needs one to two orders of magnitude fewer queries", () => {
    const interleaved = queriesForPower((queries) => interleavingPower(outcomes, queries));
    const split = queriesForPower((queries) => splitPower(outcomes, queries));
    expect(split / interleaved).toBeGreaterThan(10);
    expect(split / interleaved).toBeLessThan(300);
  });
  it("splits as the sample-size formula plans", () => {
    const page = { winsA: 0, winsB: 0, clickedA: 0.05, clickedB: 0.0525 };
    const split = queriesForPower((queries) => splitPower(page, queries));
    expect(split / (2 * sampleSizePerArm(0.05, 0.05))).toBeCloseTo(1, 3);
  });
  it("has no preference between two alike", () => {
    const alike = simulatePageOutcomes(
      { sharedNoise: 1, extraNoise: 0, eta: 1, queries: 500 },
      createRandom("alike"),
    );
    expect(Math.abs(alike.winsA - alike.winsB)).toBeLessThan(1e-9);
  });
  it("has the numbers that the chapter on experiments quotes", () => {
    const factor = (extraNoise: number, eta: number) => {
      const found = simulatePageOutcomes(
        { sharedNoise: 0.7, extraNoise, eta, queries: 600 },
        createRandom(8),
      );
      const needed = (power: typeof splitPower) => queriesForPower((queries) => power(found, queries));
      return Math.round(needed(splitPower) / needed(interleavingPower));
    };
    expect([factor(0.5, 0.5), factor(0.2, 0.5)]).toEqual([16, 36]);
    expect(factor(0.5, 1)).toBeLessThan(8);
  });
});
