import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import {
  interleavingPreference,
  interleavingStandardError,
  TEAM_A,
  TEAM_B,
  teamDraft,
  winnerOfPage,
} from "./interleaving";
import {
  effectiveSampleSize,
  importanceWeights,
  inversePropensityEstimate,
  inversePropensityWeights,
  selfNormalisedEstimate,
} from "./off-policy";

describe("team-draft interleaving", () => {
  it("is fair and complete: nobody leads by more than one pick, nothing comes twice, each side in its own order", () => {
    const ranking = fc.uniqueArray(fc.nat(30), { minLength: 12, maxLength: 20 });
    fc.assert(
      fc.property(ranking, ranking, fc.nat(1_000), (a, b, seed) => {
        const { items, teams } = teamDraft(a, b, 10, createRandom(seed));
        expect(items.length).toBe(10);
        expect(new Set(items).size).toBe(10);
        for (let length = 2; length <= 10; length += 2) {
          const ofA = teams.subarray(0, length).filter((team) => team === TEAM_A).length;
          expect(ofA).toBe(length / 2);
        }
        for (const [team, own] of [
          [TEAM_A, a],
          [TEAM_B, b],
        ] as const) {
          const places = [...items].flatMap((item, place) =>
            teams[place] === team ? [own.indexOf(item)] : [],
          );
          expect(places).toEqual([...places].sort((x, y) => x - y));
          expect(places).not.toContain(-1);
        }
      }),
    );
  });

  it("is the same for the same chance, and goes on when one side is used up", () => {
    const page = teamDraft([1, 2, 3], [4], 5, createRandom(1));
    expect(teamDraft([1, 2, 3], [4], 5, createRandom(1))).toEqual(page);
    expect([...page.items].sort()).toEqual([1, 2, 3, 4]);
    expect(teamDraft([], [], 5, createRandom(1)).items.length).toBe(0);
  });

  it("gives a page to the side with more clicks", () => {
    const page = { items: Int32Array.of(1, 2, 3), teams: Uint8Array.of(TEAM_A, TEAM_B, TEAM_B) };
    expect(
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
        [1, 1, 1],
        [0, 0, 0],
      ].map((clicked) => winnerOfPage(page, clicked)),
    ).toEqual([1, -1, 0, -1, 0]);
  });

  it("prefers neither of two equal rankings", () => {
    const random = createRandom(4);
    const leads = Array.from({ length: 2_000 }, () =>
      winnerOfPage(teamDraft([1, 2, 3, 4], [1, 2, 3, 4], 4, random), [1, 0, 0, 0]),
    );
    expect(Math.abs(leads.reduce<number>((sum, lead) => sum + lead, 0) / leads.length)).toBeLessThan(0.08);
  });

  it("has a preference of +0.05 for 40 % wins, 30 % losses, 30 % ties", () => {
    const counts = { winsA: 40, winsB: 30, ties: 30 };
    expect(interleavingPreference(counts)).toBeCloseTo(0.05, 12);
    expect(interleavingPreference({ winsA: 0, winsB: 0, ties: 0 })).toBe(0);
    // Variance of +1/2, 0, -1/2 with those shares.
    expect(interleavingStandardError(counts)).toBeCloseTo(Math.sqrt((0.7 / 4 - 0.05 ** 2) / 100), 12);
  });
});

describe("off-policy estimates", () => {
  const rewards = [1, 0, 1, 0, 1];
  const weights = importanceWeights([0.6, 0.1, 0.4, 0.4, 0.1], [0.5, 0.25, 0.2, 0.8, 0.1]);

  it("have the golden values: IPS 0.84, SNIPS 0.823529, effective sample size 3.797080", () => {
    expect(inversePropensityEstimate(rewards, weights)).toBeCloseTo(0.84, 12);
    expect(selfNormalisedEstimate(rewards, weights)).toBeCloseTo(0.823529, 6);
    expect(effectiveSampleSize(weights)).toBeCloseTo(3.79708, 5);
  });

  it("clip weights at the highest that is allowed", () => {
    expect([...inversePropensityWeights([1, 0.5, 0.01, 0], 10)]).toEqual([1, 2, 10, 10]);
    expect([...inversePropensityWeights([0.5, 0.01])]).toEqual([2, 100]);
    expect(effectiveSampleSize([3, 3, 3, 3])).toBe(4);
  });
});
