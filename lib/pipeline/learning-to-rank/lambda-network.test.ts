import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { integratedGradients } from "./integrated-gradients";
import { LambdaNetwork } from "./lambda-network";
import { judge, meanNdcgAtTen } from "./quality";
import type { RankData } from "./rank-data";
import { NETWORK_DEFAULTS, trainLambdaNetwork } from "./train-lambda-network";

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
});

const hooks = { checkpoint: async () => undefined, onPoint: () => undefined };

/** Grades rest on the product of two features; the third is noise. */
function planted(queries: number, seed: number): RankData {
  const random = createRandom(seed);
  const size = 12;
  const rows = queries * size;
  const features = Float32Array.from({ length: rows * 3 }, () => 10 + 4 * random.next());
  const grades = Float32Array.from({ length: rows }, (_, row) => {
    const [a, b] = [features[3 * row] as number, features[3 * row + 1] as number];
    return Math.min(4, Math.floor(((a - 10) * (b - 10)) / 3));
  });
  const offsets = Int32Array.from({ length: queries + 1 }, (_, q) => q * size);
  return { features, grades, offsets, width: 3 };
}

test("a network learns a product of features, the same from the same seed, and leaves no tensors behind", async () => {
  const train = planted(120, 1);
  const test = planted(60, 2);
  const options = { ...NETWORK_DEFAULTS, epochs: 6, learningRate: 0.02 };
  const before = memory().numTensors;
  const network = await trainLambdaNetwork(train, options, hooks);
  const scores = network.score(test.features, test.grades.length);
  expect(meanNdcgAtTen(judge(test), Float64Array.from(scores))).toBeGreaterThan(0.9);
  network.dispose();
  expect(memory().numTensors).toBe(before);
  const again = await trainLambdaNetwork(train, options, hooks);
  expect(again.score(test.features, test.grades.length)).toEqual(scores);
  again.dispose();
});

test("plain arrays score as tfjs does, and what the features add sums up to the score", () => {
  const network = new LambdaNetwork({ width: 3, hidden: [8, 4] }, createRandom(3));
  network.means.set([1, 2, 3]);
  network.deviations.set([2, 1, 0.5]);
  network.dense.entries().at(-1)?.[1].set([0.3, -0.2, 0.1]);
  const row = Float32Array.of(4, 0.5, 3.2);
  const scored = network.score(row, 1)[0] as number;
  const { base, contributions, remainder } = integratedGradients(network, row, network.means);
  expect(base + contributions.reduce((sum, value) => sum + value, 0) + remainder).toBeCloseTo(scored, 5);
  expect(Math.abs(remainder)).toBeLessThan(0.05 * Math.abs(scored - base) + 0.01);
  network.dispose();
});
