import { expect, test } from "vitest";
import { reciprocalRankShare } from "./rank-fusion";

test("second in both lists beats first in one: 2/62 against 1/61", () => {
  expect(2 * reciprocalRankShare(2)).toBeCloseTo(0.032258, 6);
  expect(reciprocalRankShare(1)).toBeCloseTo(0.016393, 6);
});

test("with a small constant the first place of one list wins", () => {
  expect(reciprocalRankShare(1, 0)).toBe(1);
  expect(reciprocalRankShare(3, 0) + reciprocalRankShare(3, 0)).toBeLessThan(reciprocalRankShare(1, 0));
});
