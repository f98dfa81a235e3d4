// @vitest-environment node
import path from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { env, memory, setBackend, type Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { createTabularModel } from "./create-tabular-model";
import { maskedCrossEntropy } from "./masked-cross-entropy";
import { TABULAR_MODEL_NAMES, type TabularModelName } from "./model-names";
import type { FeatureCross, TabularInput, TabularModel } from "./tabular-model";

const CONFIG = {
  tableRows: 9,
  fields: 3,
  embeddingSize: 4,
  denseFeatures: 2,
  crossLayers: 2,
  deepLayers: [12],
  heads: 2,
};

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
  // Otherwise the cpu backend advertises the Node backend on the console.
  env().set("IS_NODE", false);
});

/** Field f has the rows 3f, 3f + 1, 3f + 2. */
function drawInput(count: number, seed: number): TabularInput {
  const random = createRandom(seed);
  return {
    count,
    fieldRows: Int32Array.from({ length: count * 3 }, (_, i) => (i % 3) * 3 + random.integer(3)),
    dense: Float32Array.from({ length: count * 2 }, () => random.normal()),
  };
}

/** Head 0: two fields agree or do not (an exclusive or); head 1: one field alone. */
function makeCross(count: number, seed: number) {
  const input = drawInput(count, seed);
  const labels = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const [a, b] = [input.fieldRows[i * 3] as number, input.fieldRows[i * 3 + 1] as number];
    labels[i * 2] = Number(a % 3 === b % 3);
    labels[i * 2 + 1] = Number(a % 3 === 0);
  }
  return { input, labels, weights: new Float32Array(count * 2).fill(1) };
}

function logLossOf(predictions: Float32Array, labels: Float32Array, head: number): number {
  let sum = 0;
  for (let i = head; i < labels.length; i += 2)
    sum -= Math.log(labels[i] === 1 ? (predictions[i] as number) : 1 - (predictions[i] as number));
  return sum / (labels.length / 2);
}

function train(model: TabularModel, steps: number, seed = 5) {
  const { input, labels, weights } = makeCross(300, seed);
  const lossOf = (logits: Tensor2D) => maskedCrossEntropy(logits, labels, weights);
  let before = 0;
  for (let step = 0; step < steps; step++) {
    model.trainStep(input, lossOf, 0.03, 0);
    if (step === 0) before = memory().numTensors;
  }
  expect(memory().numTensors).toBe(before);
}

describe.each(TABULAR_MODEL_NAMES)("%s", (name: TabularModelName) => {
  it("learns one field alone; the agreement of two fields only when it crosses; leaks no tensor", () => {
    const before = memory().numTensors;
    const model = createTabularModel(name, CONFIG, createRandom(3));
    train(model, 250);
    const { input, labels } = makeCross(200, 6);
    const predictions = model.predict(input);
    expect(logLossOf(predictions, labels, 1)).toBeLessThan(0.1);
    // A third of the pairs agree: knowing only that costs 0.64.
    const crossLoss = logLossOf(predictions, labels, 0);
    if (name === "logistic-regression") expect(crossLoss).toBeGreaterThan(0.6);
    else expect(crossLoss).toBeLessThan(0.1);
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("has the gradients of the cpu backend", async () => {
    const model = createTabularModel(name, CONFIG, createRandom(4));
    train(model, 3);
    const { input, labels, weights } = makeCross(40, 8);
    const lossOf = (logits: Tensor2D) => maskedCrossEntropy(logits, labels, weights);
    const wasm = model.gradients(input, lossOf);
    model.dispose();
    await setBackend("cpu");
    const cpu = model.gradients(input, lossOf);
    model.dispose();
    await setBackend("wasm");
    expect(wasm.loss).toBeCloseTo(cpu.loss, 5);
    for (const [i, [weight]] of model.dense.entries().entries()) {
      const expected = cpu.gradients[i] as Float32Array;
      const scale = Math.max(...expected.map(Math.abs));
      const worst = Math.max(...expected.map((value, k) => Math.abs(value - (wasm.gradients[i]?.[k] ?? 9))));
      expect(scale, weight).toBeGreaterThan(0);
      expect(worst / scale, weight).toBeLessThan(1e-5);
    }
  });

  it("gives the same weights from the same seed", () => {
    const runs = [0, 1].map(() => {
      const model = createTabularModel(name, CONFIG, createRandom(3));
      train(model, 5);
      model.dispose();
      return model.dense.entries();
    });
    expect(runs[0]).toEqual(runs[1]);
  });
});

const sumOf = (crosses: readonly FeatureCross[]) => crosses.reduce((sum, { logit }) => sum + logit, 0);
const exampleAt = (input: TabularInput, i: number): TabularInput => ({
  count: 1,
  fieldRows: input.fieldRows.subarray(i * 3, (i + 1) * 3),
  dense: input.dense.subarray(i * 2, (i + 1) * 2),
});

describe("crosses", () => {
  it("of a factorization machine add up with the linear part to the logit, and the pair that matters tells", () => {
    const model = createTabularModel("fm", CONFIG, createRandom(3));
    train(model, 250);
    const weights = new Map(model.dense.entries());
    const at = (name: string, i: number) => weights.get(name)?.[i] ?? Number.NaN;
    const input = drawInput(20, 9);
    const logits = model.logits(input);
    const agreeing: number[] = [];
    const others: number[] = [];
    for (let i = 0; i < 20; i++) {
      const example = exampleAt(input, i);
      for (const head of [0, 1]) {
        const crosses = model.crosses(example, head);
        expect(crosses).toHaveLength(10);
        let linear = at("bias", head);
        for (const row of example.fieldRows) linear += at("linear", row * 2 + head);
        for (const [f, value] of example.dense.entries()) linear += value * at("linear-dense", f * 2 + head);
        expect(linear + sumOf(crosses)).toBeCloseTo(logits[i * 2 + head] as number, 3);
      }
      const cross = model.crosses(example, 0).find(({ left, right }) => left === 0 && right === 1);
      const agrees = (example.fieldRows[0] ?? 0) % 3 === (example.fieldRows[1] ?? 0) % 3;
      (agrees ? agreeing : others).push(cross?.logit ?? Number.NaN);
    }
    expect(Math.min(...agreeing) - Math.max(...others)).toBeGreaterThan(3);
    model.dispose();
  });

  it("of one cross layer without a deep part add up with the linear part to the logit", () => {
    const config = { ...CONFIG, crossLayers: 1, deepLayers: [] };
    const model = createTabularModel("dcn-v2", config, createRandom(3));
    train(model, 60);
    const weights = new Map(model.dense.entries());
    const at = (name: string, i: number) => weights.get(name)?.[i] ?? Number.NaN;
    const input = drawInput(20, 9);
    const logits = model.logits(input);
    for (let i = 0; i < 20; i++) {
      const example = exampleAt(input, i);
      const x0 = [
        ...Array.from(example.fieldRows).flatMap((row) => [0, 1, 2, 3].map((d) => at("table", row * 4 + d))),
        ...example.dense,
      ];
      let linear = at("heads-bias", 1);
      for (const [d, value] of x0.entries())
        linear += at("heads", d * 2 + 1) * value * (1 + at("cross/0-bias", d));
      expect(linear + sumOf(model.crosses(example, 1))).toBeCloseTo(logits[i * 2 + 1] as number, 3);
    }
    model.dispose();
  });

  it("of two cross layers are the logit's second-order part: what stays of its curvature at zero", () => {
    // Only dense features: then x0 can be scaled, and f(s x0) has the second-order term s^2 * sum of crosses.
    const config = { ...CONFIG, tableRows: 1, fields: 1, embeddingSize: 1, crossLayers: 2, deepLayers: [] };
    const model = createTabularModel("dcn-v2", config, createRandom(12));
    const draws = createRandom(13);
    for (const [name, values] of model.dense.entries())
      for (const i of values.keys()) values[i] = name === "table" ? 0 : draws.normal() * 0.5;
    const fieldRows = Int32Array.from([0]);
    const value = (s: number) =>
      model.logits({ count: 1, fieldRows, dense: Float32Array.from([0.8 * s, -1.1 * s]) })[0] as number;
    const step = 0.05;
    const curvature = (value(step) - 2 * value(0) + value(-step)) / (step * step);
    const crosses = model.crosses({ count: 1, fieldRows, dense: Float32Array.from([0.8, -1.1]) }, 0);
    expect(sumOf(crosses)).toBeCloseTo(curvature / 2, 2);
    model.dispose();
  });

  it("are none for models that multiply no features", () => {
    for (const name of ["logistic-regression", "mlp"] as const) {
      const model = createTabularModel(name, CONFIG, createRandom(3));
      expect(model.crosses(exampleAt(drawInput(1, 9), 0), 0)).toEqual([]);
    }
  });
});
