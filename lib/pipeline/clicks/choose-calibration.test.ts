import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { chooseCalibration } from "./choose-calibration";

/** Labels drawn with the probability that `rateOf` gives to a score. */
function draw(rateOf: (score: number) => number) {
  const random = createRandom(9);
  const scores = Float32Array.from({ length: 8_000 }, () => 2 * random.normal());
  const labels = Int32Array.from(scores, (score) => Number(random.next() < rateOf(score)));
  return [labels, scores] as const;
}

it("takes isotonic regression where no logistic curve fits", () => {
  const { name, calibrate } = chooseCalibration(
    ...draw((score) => (Math.abs(score) < 1 ? 0.5 : score < 0 ? 0.05 : 0.95)),
  );
  expect(name).toBe("isotonic");
  expect(calibrate(-2)).toBeCloseTo(0.05, 1);
  expect(calibrate(0)).toBeCloseTo(0.5, 1);
});

it("gives the rates that the labels were drawn with", () => {
  const { calibrate } = chooseCalibration(...draw((score) => 1 / (1 + Math.exp(1 - 0.5 * score))));
  for (const score of [-2, 0, 2])
    expect(calibrate(score)).toBeCloseTo(1 / (1 + Math.exp(1 - 0.5 * score)), 1);
});
