import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { drawMixWorld, oracleOfMix, trainWithMix } from "./negative-mix";
import { createTowers, scoreOf } from "./small-towers";

const world = drawMixWorld(60, 150, 100, createRandom("mix"));
const train = (uniform: number, hard: number, isCorrected: boolean) =>
  trainWithMix(world, { uniform, hard, isCorrected }, 10, createRandom("train"));
/** Trained once for several tests. */
const corrected = train(0.25, 0, true);
const oracle = oracleOfMix(world, 10);

describe("negatives of a two-tower model", () => {
  it("leave what is never watched in the lists when they come from the batch alone", () => {
    expect(oracle.neverWatched).toBe(0);
    expect(train(0, 0, true).neverWatched).toBeGreaterThan(0.1);
    expect(corrected.neverWatched).toBeLessThan(0.02);
  });
  it("push popular items down when they come from the batch and are not corrected", () => {
    const plain = train(0.25, 0, false);
    expect(plain.popularity).toBeLessThan(corrected.popularity - 0.5);
    expect(plain.recall).toBeLessThan(corrected.recall - 0.02);
    expect(Math.abs(corrected.popularity / oracle.popularity - 1)).toBeLessThan(0.2);
  });
  it("give a model that comes near the best possible, and the same one for the same seed", () => {
    expect(corrected.recall).toBeGreaterThan(0.9 * oracle.recall);
    expect(corrected.recall).toBeLessThanOrEqual(oracle.recall + 1e-9);
    expect(train(0.25, 0, true)).toEqual(corrected);
  });
});

describe("small towers", () => {
  it("move a score against its gradient, and an item alike in content with it", () => {
    const towers = createTowers(2, [[1, 0], [1, 0], [0, 1]], createRandom("towers")); // biome-ignore format: three items, one line
    const before = [0, 1, 2].map((item) => scoreOf(towers, 0, item));
    towers.add(0, 0, 1);
    towers.descend();
    const [own = 0, alike = 0, other = 0] = [0, 1, 2].map(
      (item) => scoreOf(towers, 0, item) - (before[item] ?? 0),
    );
    expect(own).toBeLessThan(-0.1);
    expect(alike).toBeLessThan(-0.05);
    expect(Math.abs(other)).toBeLessThan(Math.abs(alike));
  });
});
