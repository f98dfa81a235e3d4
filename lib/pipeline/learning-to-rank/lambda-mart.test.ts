import { expect, test } from "vitest";
import { createRandom } from "@/lib/random";
import { findBestFeature } from "./best-feature";
import { binFeatures, binLimits } from "./bins";
import { createBooster } from "./boosting";
import { planFor } from "./candidates";
import { dealFolds } from "./cross-validation";
import { fitRanking } from "./fit-ranking";
import { DEFAULT_OPTIONS, growTrees, modelOf, trainLambdaMart } from "./lambda-mart";
import { trainLinear } from "./linear";
import { judge, meanNdcgAtTen, ndcgByDepth } from "./quality";
import { type RankData, selectQueries } from "./rank-data";
import { TreeGrower } from "./tree";
import { treePathContributions } from "./tree-paths";

const go = async () => undefined;

/** Grades rest on the product of features 0 and 1; feature 2 is noise, feature 3 says something alone. */
function planted(queries: number, seed: number): RankData {
  const random = createRandom(seed);
  const size = 12;
  const width = 4;
  const features = Float32Array.from({ length: queries * size * width }, () => random.next());
  const grades = new Float32Array(queries * size);
  for (let row = 0; row < grades.length; row++) {
    const at = (f: number) => features[row * width + f] as number;
    const worth = 2 * Math.abs(at(0) - 0.5) * at(1) + 0.15 * at(3) + 0.05 * random.normal();
    grades[row] = worth > 0.6 ? 3 : worth > 0.4 ? 1 : 0;
  }
  return { features, grades, offsets: Int32Array.from({ length: queries + 1 }, (_, q) => q * size), width };
}

test("bins keep values apart that differ, and share them out evenly when there are too many", () => {
  expect(binLimits(Float32Array.of(0, 0, 0, 1, 1, 5), 255)).toEqual([0.5, 3, Number.POSITIVE_INFINITY]);
  const many = Float32Array.from({ length: 1000 }, (_, i) => i);
  const limits = binLimits(many, 10);
  expect(limits).toHaveLength(10);
  limits.slice(0, 9).forEach((limit, b) => {
    expect(Math.abs(limit - 100 * (b + 1))).toBeLessThan(2);
  });
});

test("a tree finds the planted split, and its nodes hold the mean force", () => {
  const data = planted(20, 1);
  const binned = binFeatures(data);
  const rows = data.grades.length;
  const forces = Float64Array.from({ length: rows }, (_, r) =>
    (data.features[4 * r + 2] as number) <= 0.7 ? -1 : 2,
  );
  const options = { leaves: 2, depth: 4, minRows: 5, l2: 0, splitShare: 1 };
  const tree = new TreeGrower(binned, options, createRandom(1)).grow(
    Int32Array.from(forces.keys()),
    Int32Array.of(0, 1, 2, 3),
    forces,
    new Float64Array(rows).fill(1),
    1,
  );
  expect(tree.features[0]).toBe(2);
  expect(tree.thresholds[0]).toBeCloseTo(0.7, 1);
  const mean = forces.reduce((sum, force) => sum + force, 0) / rows;
  expect([...tree.values]).toEqual([mean, -1, 2].map((value) => expect.closeTo(value, 9)));
});

test("NDCG on training queries climbs tree by tree, past the best single feature, and holds on others", async () => {
  const train = planted(80, 1);
  const test = planted(80, 2);
  const options = { ...DEFAULT_OPTIONS, featureShare: 1, queryShare: 1, learningRate: 0.1 };
  const booster = createBooster(train, binFeatures(train), [...Array(80).keys()], options);
  const judgements = judge(train);
  const curve = Array.from({ length: 6 }, () => {
    for (let t = 0; t < 5; t++) booster.step();
    return meanNdcgAtTen(judgements, booster.scores);
  });
  curve.slice(1).forEach((value, i) => {
    expect(value).toBeGreaterThan((curve[i] as number) - 0.005);
  });
  expect(curve[5]).toBeGreaterThan(findBestFeature(train).trainNdcg10 + 0.05);
  const model = await trainLambdaMart(train, { trees: 60, learningRate: 0.1 }, go);
  expect(ndcgByDepth(test, model.score(test.features, test.grades.length), 1)[10]).toBeGreaterThan(0.9);
  expect(model.featureGains[2]).toBeLessThan(0.1);
});

test("scores of raw features are those of binned ones", async () => {
  const train = planted(30, 3);
  const booster = createBooster(train, binFeatures(train), [...Array(30).keys()], DEFAULT_OPTIONS);
  for (let t = 0; t < 40; t++) booster.step();
  const model = await trainLambdaMart(train, { trees: 40 }, go);
  const scores = model.score(train.features, train.grades.length);
  booster.scores.forEach((score, row) => {
    expect(scores[row]).toBeCloseTo(score, 5);
  });
});

test("the same seed gives the same blend, and what was held out is no part of what scores it", async () => {
  const train = planted(25, 4);
  const context = { checkpoint: go, report: () => undefined };
  const plan = { ...planFor(train, 7), maxTrees: 30, members: 4 };
  const fits = [await fitRanking(train, 7, context, plan), await fitRanking(train, 7, context, plan)];
  const [first, second] = fits.map(({ model }) => [...model.score(train.features, train.grades.length)]);
  expect(second).toEqual(first);
  expect(fits[1]?.report).toEqual(fits[0]?.report);
  const folds = dealFolds(25, 5, 7);
  expect(folds.flatMap(({ held }) => held).sort((a, b) => a - b)).toEqual([...Array(25).keys()]);
  for (const { train: seen, held } of folds) expect(held.filter((q) => seen.includes(q))).toEqual([]);
}, 60_000);

test("a line finds weights that only differ between rows of a query", () => {
  const data = planted(60, 5);
  for (let q = 0; q < 60; q++)
    for (let row = q * 12; row < q * 12 + 12; row++)
      data.grades[row] = 3 * (data.features[4 * row + 1] as number) - (data.features[4 * row] as number) + q;
  const scores = trainLinear(data, [...Array(60).keys()], 1e-6).score(
    Float32Array.of(0, 0, 0, 0, 1, 2, 3, 4),
    2,
  );
  expect((scores[1] as number) - (scores[0] as number)).toBeCloseTo(5, 3);
});

test("queries without relevant rows count as asked for; ties share their places", () => {
  const data: RankData = {
    features: Float32Array.of(1, 1, 0, 1, 0),
    grades: Float32Array.of(1, 0, 0, 0, 0),
    offsets: Int32Array.of(0, 3, 5),
    width: 1,
  };
  const scores = [1, 1, 0, 1, 0];
  expect(ndcgByDepth(data, scores, 1)[1]).toBeCloseTo((0.5 + 1) / 2, 12);
  expect(ndcgByDepth(data, scores, 0)[3]).toBeCloseTo((0.5 + 0.5 / Math.log2(3)) / 2, 12);
});

test("nothing to learn is said", async () => {
  const flat = { ...selectQueries(planted(3, 1), [0, 2]), grades: new Float32Array(24).fill(1) };
  await expect(trainLambdaMart(flat, {}, go)).rejects.toThrow("nothing to learn");
});

test("what the features add along their paths sums up to the score", async () => {
  const data = planted(40, 3);
  const options = { ...DEFAULT_OPTIONS, trees: 20, members: 2 };
  const trees = await growTrees(data, binFeatures(data), options, async () => undefined);
  const scores = modelOf(trees, data.width, options.members).score(data.features, data.grades.length);
  for (let row = 0; row < data.grades.length; row += 7) {
    const values = data.features.subarray(row * data.width, (row + 1) * data.width);
    const { base, contributions } = treePathContributions(trees, values, data.width, options.members);
    expect(base + contributions.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row] as number, 5);
  }
});
