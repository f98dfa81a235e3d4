import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { fitBoundedLogistic } from "./bounded-logistic";
import { fitLogistic } from "./logistic-fit";
import { sigmoid } from "./logit";

const random = createRandom("bounded logistic");
const rows = Array.from({ length: 400 }, () => {
  const features = [random.next(), random.next(), random.next()];
  const logit = -1 + 3 * (features[0] ?? 0) - 2 * (features[1] ?? 0);
  return { features, label: random.next() < sigmoid(logit) ? 1 : 0, weight: 1 };
});

describe("logistic regression with signs", () => {
  it("is the free fit where no sign is in its way", () => {
    const free = fitLogistic(
      rows.map(({ label }) => label),
      rows.map(({ features }) => features),
      1,
    );
    const signs = free.slice(1).map((weight) => (weight >= 0 ? 1 : -1) as 1 | -1);
    const bounded = fitBoundedLogistic(rows, { signs, ridge: 1 });
    bounded.forEach((weight, j) => {
      expect(weight).toBeCloseTo(free[j] ?? Number.NaN, 4);
    });
  });

  it("keeps a weight at nought rather than let it take the wrong sign", () => {
    const [, first, second] = fitBoundedLogistic(rows, { signs: [1, 1, 1], ridge: 1 });
    expect(first).toBeGreaterThan(1);
    expect(second).toBe(0);
  });

  it("reads a fraction as a row seen with both labels", () => {
    const half = fitBoundedLogistic([{ features: [1], label: 0.5, weight: 2 }], { signs: [1], ridge: 1 });
    const both = fitBoundedLogistic(
      [
        { features: [1], label: 1, weight: 1 },
        { features: [1], label: 0, weight: 1 },
      ],
      { signs: [1], ridge: 1 },
    );
    expect(half[0]).toBeCloseTo(both[0] ?? Number.NaN, 6);
  });

  it("stays at the centre that the ridge pulls to when the rows say nothing", () => {
    const [, weight] = fitBoundedLogistic([{ features: [0], label: 1, weight: 1 }], {
      signs: [1],
      ridge: 1,
      centre: [3],
    });
    expect(weight).toBeCloseTo(3, 6);
  });
});
