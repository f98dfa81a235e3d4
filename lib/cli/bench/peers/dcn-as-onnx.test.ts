// @vitest-environment node
import { InferenceSession, Tensor } from "onnxruntime-web";
import { describe, expect, it } from "vitest";
import type { DcnConfig } from "@/lib/pipeline/ranking/dcn-model";
import { createRandom } from "@/lib/random";
import { dcnAsOnnx, dcnShapes, type NamedWeights, widthOf } from "./dcn-as-onnx";
import { encodeOnnxModel } from "./onnx-model";
import { padDcn, padRows } from "./pad-dcn";

const CONFIG: DcnConfig = {
  tableRows: 11,
  fields: 2,
  embeddingSize: 3,
  denseFeatures: 2,
  crossLayers: 2,
  deepLayers: [5, 4],
  heads: 2,
};
const COUNT = 4;
const random = createRandom(8);
const weights: NamedWeights = new Map(
  [...dcnShapes(CONFIG)].map(([name, shape]) => [
    name,
    Float32Array.from({ length: shape.reduce((size, n) => size * n, 1) }, () => random.normal()),
  ]),
);
const rows = Int32Array.from({ length: COUNT * CONFIG.fields }, () => random.integer(CONFIG.tableRows));
const dense = Float32Array.from({ length: COUNT * CONFIG.denseFeatures }, () => random.normal());

/** x W + b, one row. */
function linear(x: readonly number[], name: string): number[] {
  const matrix = weights.get(name) ?? new Float32Array();
  const bias = weights.get(`${name}-bias`) ?? new Float32Array();
  return Array.from(bias, (b, j) =>
    x.reduce((sum, value, i) => sum + value * (matrix[i * bias.length + j] ?? 0), b),
  );
}

/** The model's definition, candidate by candidate, in plain numbers. */
function expectedLogits(candidate: number): number[] {
  const table = weights.get("table") ?? new Float32Array();
  const embedded = [...rows.slice(candidate * 2, candidate * 2 + 2)].flatMap((row) => [
    ...table.slice(row * 3, row * 3 + 3),
  ]);
  const x0 = [...embedded, ...dense.slice(candidate * 2, candidate * 2 + 2)];
  let crossed = x0;
  for (const layer of [0, 1]) {
    const read = linear(crossed, `cross/${layer}`);
    crossed = crossed.map((value, d) => (x0[d] ?? 0) * (read[d] ?? 0) + value);
  }
  let deep = x0;
  for (const layer of [0, 1]) deep = linear(deep, `deep/${layer}`).map((value) => Math.max(0, value));
  return linear([...crossed, ...deep], "heads");
}

describe("our ONNX writer", () => {
  it("writes a DCN-v2 that onnxruntime loads and that computes the model's definition", async () => {
    const session = await InferenceSession.create(encodeOnnxModel(dcnAsOnnx(CONFIG, weights, COUNT)));
    const { logits } = await session.run({
      rows: new Tensor("int32", rows, [COUNT, CONFIG.fields]),
      dense: new Tensor("float32", dense, [COUNT, CONFIG.denseFeatures]),
    });
    expect(logits?.dims).toEqual([COUNT, CONFIG.heads]);
    const expected = Array.from({ length: COUNT }, (_, candidate) => expectedLogits(candidate)).flat();
    const found = logits ? [...(logits.data as Float32Array)] : [];
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of found.entries())
      expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThan(1e-3);
    await session.release();
  });

  it("says the same when its input is padded for wider kernels", async () => {
    const padded = padDcn(CONFIG, weights, 16);
    expect(widthOf(padded.config)).toBe(16);
    const logitsOf = async (config: DcnConfig, named: NamedWeights) => {
      const session = await InferenceSession.create(encodeOnnxModel(dcnAsOnnx(config, named, COUNT)));
      const features = padRows(dense, CONFIG.denseFeatures, config.denseFeatures);
      const { logits } = await session.run({
        rows: new Tensor("int32", rows, [COUNT, CONFIG.fields]),
        dense: new Tensor("float32", features, [COUNT, config.denseFeatures]),
      });
      await session.release();
      return Array.from((logits?.data ?? []) as Float32Array, (value) => value.toFixed(3));
    };
    const plain = await logitsOf(CONFIG, weights);
    expect(plain).toHaveLength(COUNT * CONFIG.heads);
    expect(await logitsOf(padded.config, padded.weights)).toEqual(plain);
  });

  it("names a weight that is missing", () => {
    const incomplete = new Map([...weights].filter(([name]) => name !== "heads"));
    expect(() => dcnAsOnnx(CONFIG, incomplete, COUNT)).toThrow("heads");
  });
});
