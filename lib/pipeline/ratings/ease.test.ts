import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { toInteractions } from "../data-sets/interactions";
import { fitEase } from "./ease";
import { chooseHead, gramMatrix } from "./gram";
import { invertSymmetric } from "./invert";
import { midRanks } from "./positions";

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
});

it("inverts a matrix larger than one block, and leaks no tensor", () => {
  const size = 420;
  const random = createRandom(5);
  const factor = Float32Array.from({ length: size * 60 }, () => random.normal());
  const matrix = new Float32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = i === j ? 30 : 0;
      for (let k = 0; k < 60; k++) sum += (factor[i * 60 + k] ?? 0) * (factor[j * 60 + k] ?? 0);
      matrix[i * size + j] = sum;
    }
  const before = memory().numTensors;
  const inverse = invertSymmetric(matrix, size);
  expect(memory().numTensors).toBe(before);
  for (const row of [0, 211, 419])
    for (const column of [0, 100, 211, 419]) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (matrix[row * size + k] ?? 0) * (inverse[k * size + column] ?? 0);
      expect(sum).toBeCloseTo(row === column ? 1 : 0, 3);
    }
});

it("EASE has a zero diagonal and solves its own normal equations off it", () => {
  const gram = Float32Array.from([4, 3, 1, 3, 5, 0, 1, 0, 3]);
  const { weights } = fitEase(gram, 3, 2);
  for (let j = 0; j < 3; j++) {
    expect(weights[j * 3 + j]).toBe(0);
    for (let i = 0; i < 3; i++) {
      if (i === j) continue;
      // Stationarity of |X - XB|^2 + lambda |B|^2 for i != j: (G B)_ij + lambda B_ij = G_ij.
      let sum = 2 * (weights[i * 3 + j] ?? 0);
      for (let k = 0; k < 3; k++) sum += (gram[i * 3 + k] ?? 0) * (weights[k * 3 + j] ?? 0);
      expect(sum).toBeCloseTo(gram[i * 3 + j] ?? 0, 4);
    }
  }
});

it("closeness weighs neighbours in time more, and ties share a place", () => {
  const rows = {
    userOf: Int32Array.of(0, 0, 0),
    itemOf: Int32Array.of(2, 0, 1),
    ratings: Float32Array.of(1, 1, 1),
    times: Float64Array.of(30, 10, 10),
  };
  const data = toInteractions(rows, 1, 3);
  expect([...midRanks(data)]).toEqual([0.5, 0.5, 2]);
  const head = chooseHead(Float32Array.from([1, 1, 1]), 3);
  const gram = gramMatrix(data, midRanks(data), head, "closeness");
  expect(gram[0 * 3 + 1]).toBe(1);
  expect(gram[0 * 3 + 2]).toBeCloseTo((1 / 1.5 + 1 / 1.15 + 1 / 1.0375) / 3, 6);
  expect(gramMatrix(data, midRanks(data), head, "plain")[0 * 3 + 2]).toBe(1);
});
