import { expect, test } from "vitest";
import type { RankData } from "./rank-data";
import { addDeviations, findVarying, mergeGains } from "./relative-features";

/** Feature 1 differs between queries only, feature 2 nowhere. */
const DATA: RankData = {
  features: Float32Array.of(1, 7, 5, 3, 7, 5, 10, 8, 5, 20, 8, 5, 60, 8, 5),
  grades: Float32Array.of(0, 1, 0, 0, 2),
  offsets: Int32Array.of(0, 2, 5),
  width: 3,
};

test("deviations are from the mean of the query, of features that differ within one", () => {
  const varying = findVarying(DATA);
  expect([...varying]).toEqual([0]);
  const { features, width, grades, offsets } = addDeviations(DATA, varying);
  expect(width).toBe(4);
  expect([...features]).toEqual([
    ...[1, 7, 5, -1, 3, 7, 5, 1],
    ...[10, 8, 5, -20, 20, 8, 5, -10, 60, 8, 5, 30],
  ]);
  expect([grades, offsets]).toEqual([DATA.grades, DATA.offsets]);
});

test("what a deviation gains belongs to its feature", () => {
  expect([...mergeGains(Float32Array.of(0.25, 0.125, 0, 0.5), Int32Array.of(0), 3)]).toEqual([
    0.75, 0.125, 0,
  ]);
});
