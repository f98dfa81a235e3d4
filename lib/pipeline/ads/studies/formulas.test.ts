import { describe, expect, it } from "vitest";
import { logit } from "@/lib/evaluation/logit";
import { createRandom } from "@/lib/random";
import { collidedShare } from "./hash-size";
import { fitShading, shadeLogit } from "./shading";
import { encodeLaterTargets, encodeTrainingTargets } from "./target-encoding";
import { shrinkTo } from "./winners-curse";

const rate = (logit: number) => 1 / (1 + Math.exp(-logit));

describe("target encoding", () => {
  const ids = [7, 7, 9, 7];
  const labels = [1, 0, 0, 1];

  it("leaks a row's own label when all rows may speak", () => {
    const [first, second] = encodeTrainingTargets(ids, labels, [0, 0, 0, 1], "leaky");
    // 50 imagined rows at the mean rate of one half: (2 + 25) / (3 + 50).
    expect(rate(first ?? 0)).toBeCloseTo(27 / 53, 6);
    expect(first).toBe(second);
  });

  it("knows only earlier days when it goes by time", () => {
    const encoded = encodeTrainingTargets(ids, labels, [0, 0, 0, 1], "by-time");
    expect(rate(encoded[0] ?? 0)).toBeCloseTo(0.5, 6);
    expect(rate(encoded[3] ?? 0)).toBeCloseTo(26 / 52, 6);
    const later = encodeTrainingTargets([7, 7], [1, 0], [0, 1], "by-time");
    expect(rate(later[1] ?? 0)).toBeCloseTo((1 + 25) / 51, 6);
  });

  it("leaves a row's own fold out", () => {
    const encoded = encodeTrainingTargets(
      [1, 2, 3, 4, 5, 1],
      [1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      "out-of-fold",
    );
    const prior = 1 / 6;
    // Rows 0 and 5 are of one fold: neither knows anything of its id.
    expect(rate(encoded[0] ?? 0)).toBeCloseTo(prior, 6);
    expect(rate(encoded[5] ?? 0)).toBeCloseTo(prior, 6);
  });

  it("gives what was never seen the mean rate", () => {
    expect(rate(encodeLaterTargets(ids, labels, [1])[0] ?? 0)).toBeCloseTo(0.5, 6);
  });
});

describe("shading", () => {
  it("finds the curve that winners follow", () => {
    const truth = { slope: 0.6, intercept: -1 };
    const predictions = Array.from({ length: 60 }, (_, i) => 0.02 + 0.004 * i);
    const shown = 3_000;
    const clicks = predictions.map((p) => Math.round(shown * shadeLogit(p, truth)));
    const { slope, intercept } = fitShading(predictions, clicks, shown);
    expect(slope).toBeCloseTo(0.6, 1);
    expect(intercept).toBeCloseTo(-1, 1);
  });

  it("shrinks noise away and nothing else", () => {
    const predictions = [0.01, 0.02, 0.05];
    expect(shrinkTo(predictions, 0)(0.05)).toBeCloseTo(0.05, 9);
    const mean = predictions.reduce((sum, p) => sum + logit(p), 0) / 3;
    expect(shrinkTo(predictions, 100)(0.05)).toBeCloseTo(rate(mean), 9);
  });
});

describe("hashing", () => {
  it("lets hardly any id share a row of a table that is much larger, and all of one that is tiny", () => {
    const random = createRandom(1);
    const ids = Array.from({ length: 500 }, () => [0, random.integer(1e9)] as const);
    expect(collidedShare(ids, 20)).toBeLessThan(0.01);
    expect(collidedShare(ids, 4)).toBe(1);
    // 500 values in 1,024 rows: 1 - (1 - 1/1024)^499 of them are not alone.
    expect(collidedShare(ids, 10)).toBeCloseTo(1 - (1 - 1 / 1024) ** 499, 1);
  });
});
