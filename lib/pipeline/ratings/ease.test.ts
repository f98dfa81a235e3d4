import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { toInteractions } from "../data-sets/interactions";
import { createCatalogue } from "./catalogue";
import { addRows, fitEase } from "./ease";
import { easeScoresByUsers } from "./ease-by-users";
import { gramMatrices } from "./gram";
import { invertSymmetric } from "./invert";
import { midRanks } from "./positions";
import { topIndices } from "./top-indices";

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

it("EASE by users scores what is not rated as EASE by items does", () => {
  const random = createRandom(3);
  const [users, size, lambda] = [30, 50, 12];
  const histories = Array.from({ length: users }, () =>
    Int32Array.from({ length: size }, (_, item) => item).filter(() => random.next() < 0.25),
  );
  const gram = new Float32Array(size * size);
  for (const history of histories)
    for (const i of history) for (const j of history) gram[i * size + j] = (gram[i * size + j] ?? 0) + 1;
  const model = fitEase(gram, size, lambda);
  const byUsers = easeScoresByUsers(histories, size, lambda);
  for (const [user, history] of histories.entries()) {
    const byItems = new Float32Array(size);
    addRows(model, history, byItems);
    for (let item = 0; item < size; item++)
      if (!history.includes(item)) expect(byUsers[user * size + item]).toBeCloseTo(byItems[item] ?? 0, 4);
  }
});

it("topIndices is the sort it stands for", () => {
  const random = createRandom(9);
  const values = Float32Array.from({ length: 300 }, () => random.integer(40));
  const isExcluded = Uint8Array.from({ length: 300 }, () => (random.integer(5) === 0 ? 1 : 0));
  const sorted = [...values.keys()]
    .filter((i) => !isExcluded[i])
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  for (const count of [0, 1, 17, 299, 400])
    expect([...topIndices(values, isExcluded, count)]).toEqual(sorted.slice(0, count));
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
  const { core, plain, closeness } = gramMatrices(
    data,
    midRanks(data),
    createCatalogue(Float32Array.of(1, 1, 1)),
  );
  expect(core).toBe(3);
  expect(closeness[0 * 3 + 1]).toBe(1);
  for (const at of [0 * 3 + 2, 2 * 3 + 0])
    expect(closeness[at]).toBeCloseTo((1 / 1.5 + 1 / 1.15 + 1 / 1.0375) / 3, 6);
  expect(plain[2 * 3 + 1]).toBe(1);
});
