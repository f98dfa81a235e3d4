import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { DcnModel } from "./dcn-model";
import { maskedCrossEntropy } from "./masked-cross-entropy";

const ROWS = 256;

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
});

/** The label of head 0 is the sign of a product, of head 1 a category; the second label is hidden for half of the rows. */
function makeData() {
  const random = createRandom(2);
  const dense = Float32Array.from({ length: ROWS * 3 }, () => random.normal());
  const fieldRows = Int32Array.from({ length: ROWS }, () => random.integer(6));
  const labels = new Float32Array(ROWS * 2);
  const weights = new Float32Array(ROWS * 2).fill(1);
  for (let i = 0; i < ROWS; i++) {
    labels[i * 2] = Number((dense[i * 3] ?? 0) * (dense[i * 3 + 1] ?? 0) > 0);
    labels[i * 2 + 1] = (fieldRows[i] ?? 0) % 2;
    if (i % 2 === 0) {
      weights[i * 2 + 1] = 0;
      labels[i * 2 + 1] = 1 - (labels[i * 2 + 1] ?? 0);
    }
  }
  return { input: { count: ROWS, dense, fieldRows }, labels, weights };
}

const CONFIG = {
  tableRows: 6,
  fields: 1,
  embeddingSize: 4,
  denseFeatures: 3,
  crossLayers: 1,
  deepLayers: [4],
  heads: 2,
};

it("cross layers learn a product that no linear model can, a hidden label teaches nothing, no tensor leaks", () => {
  const { input, labels, weights } = makeData();
  const model = new DcnModel(CONFIG, createRandom(3));
  const train = () =>
    model.trainStep(input, (logits) => maskedCrossEntropy(logits, labels, weights), 0.02, 0);
  const first = train();
  const tensors = memory().numTensors;
  let last = first;
  for (let step = 0; step < 250; step++) last = train();
  expect(memory().numTensors).toBe(tensors);
  expect(last).toBeLessThan(first / 4);
  const predictions = model.predict(input);
  let correct = 0;
  for (let i = 0; i < ROWS; i++) {
    correct += Number((predictions[i * 2] ?? 0) > 0.5 === ((labels[i * 2] ?? 0) === 1));
    // The true category wins even where the (hidden) label said the opposite.
    expect((predictions[i * 2 + 1] ?? 0) > 0.5).toBe((input.fieldRows[i] ?? 0) % 2 === 1);
  }
  expect(correct / ROWS).toBeGreaterThan(0.93);
  model.dispose();
});

it("the same seed gives the same weights after training", () => {
  const { input, labels, weights } = makeData();
  const runs = [0, 1].map(() => {
    const model = new DcnModel(CONFIG, createRandom(3));
    for (let step = 0; step < 5; step++)
      model.trainStep(input, (logits) => maskedCrossEntropy(logits, labels, weights), 0.02, 0);
    const predictions = Array.from(model.predict(input));
    model.dispose();
    return predictions;
  });
  expect(runs[0]).toEqual(runs[1]);
});
