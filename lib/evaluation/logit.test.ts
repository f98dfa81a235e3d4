import { expect, it } from "vitest";
import { logit, sigmoid } from "./logit";

it("turns odds into probabilities and back", () => {
  // Odds of 3 to 1.
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 12);
  expect(logit(0.75)).toBeCloseTo(Math.log(3), 12);
  for (const p of [0.001, 0.02, 0.5, 0.97]) expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
});
