// @vitest-environment node
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "./start-backend";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const COMMITTED = path.join(ROOT, "public/wasm/tfjs-backend-wasm-simd.wasm");

/** Every kernel with a gradient in one expression: gather, matMul in all four transpositions, concat, broadcasts. */
function gradientsOf(values: { table: number[]; left: number[]; right: number[] }): number[] {
  const table = tf.tensor2d(values.table, [7, 4]);
  const left = tf.tensor2d(values.left, [4, 4]);
  const right = tf.tensor2d(values.right, [4, 4]);
  const ids = tf.tensor1d([3, 0, 3, 6, 3, 1], "int32");
  const output = (t: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => {
    const rows = tf.gather(t, ids);
    const x = tf.relu(tf.matMul(rows, a));
    const y = tf.matMul(x, b, false, true);
    const z = tf.matMul(a, b, true, false);
    const w = tf.matMul(tf.matMul(y, y, true, false), z, false, true);
    const u = tf.mul(tf.matMul(w, a, true, true), tf.add(w, b));
    const v = tf.mul(tf.sub(u, tf.reshape(tf.gather(t, [2]), [4])), 0.5);
    return tf.concat([tf.concat([u, v], 1), tf.concat([b, v], 1)], 0);
  };
  const dy = tf.tensor2d(
    Array.from({ length: 64 }, (_, i) => Math.sin(i)),
    [8, 8],
  );
  const result = tf.grads(output as never)([table, left, right], dy);
  const flat = result.flatMap((gradient) => [...gradient.dataSync()]);
  tf.dispose([table, left, right, ids, dy, ...result]);
  return flat;
}

/** What has no gradient here. */
function valuesOf(values: number[]): number[] {
  return tf.tidy(() => {
    const x = tf.tensor2d(values, [7, 4]);
    const parts = [tf.slice(x, [2, 1], [3, 2]), tf.neg(x), tf.transpose(x), tf.slice(x, [4, 0], [1, 4])];
    return parts.flatMap((part) => [...part.shape, ...part.dataSync()]);
  });
}

describe("the wasm backend", () => {
  beforeAll(async () => {
    await startBackend({ folder: `${path.dirname(COMMITTED)}/` });
    // Otherwise the cpu backend advertises the Node backend on the console.
    tf.env().set("IS_NODE", false);
  });

  it("gives the gradients of the cpu backend and leaks no tensor", async () => {
    const random = createRandom(11);
    const draw = (count: number) => Array.from({ length: count }, () => random.normal());
    const values = { table: draw(28), left: draw(16), right: draw(16) };
    const before = tf.memory().numTensors;
    const wasm = gradientsOf(values);
    expect(tf.memory().numTensors).toBe(before);
    const wasmValues = valuesOf(values.table);
    await tf.setBackend("cpu");
    const cpu = gradientsOf(values);
    expect(wasmValues).toEqual(valuesOf(values.table));
    await tf.setBackend("wasm");
    expect(wasm).toHaveLength(28 + 16 + 16);
    for (const [i, value] of wasm.entries()) expect(value).toBeCloseTo(cpu[i] ?? Number.NaN, 1);
    const scale = Math.max(...cpu.map(Math.abs));
    const worst = Math.max(...wasm.map((value, i) => Math.abs(value - (cpu[i] ?? 0))));
    expect(worst / scale).toBeLessThan(1e-5);
  });

  it("refuses an index outside the table", () => {
    const table = tf.zeros([3, 2]);
    const ids = tf.tensor1d([3], "int32");
    expect(() => tf.gather(table, ids)).toThrow(/not in \[0, 3\)/);
    tf.dispose([table, ids]);
  });
});

it("brings no more of tfjs-core than its own file names: the index would double the bundle", () => {
  const files = readdirSync(path.join(ROOT, "lib/pipeline"), { recursive: true, encoding: "utf8" });
  const importers = files.filter(
    (file) =>
      /(?<!\.test)\.ts$/.test(file) &&
      readFileSync(path.join(ROOT, "lib/pipeline", file), "utf8").includes('"@tensorflow/tfjs-core"'),
  );
  expect(importers).toEqual(["backend/webgl-backend.ts"]);
});

it("the committed runtime is the installed package's own", () => {
  const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
  const installed = path.join(
    ROOT,
    "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm",
  );
  expect(hash(COMMITTED)).toBe(hash(installed));
});
