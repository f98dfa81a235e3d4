// @vitest-environment node
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "./start-backend";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const COMMITTED = path.join(ROOT, "public/wasm/tfjs-backend-wasm-simd.wasm");

/** Every patched path in one expression: gather, matMul in all four transpositions, and its gradient. */
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
    return tf.mul(tf.matMul(w, a, true, true), tf.add(w, b));
  };
  const dy = tf.ones([4, 4]);
  const result = tf.grads(output as never)([table, left, right], dy);
  const flat = result.flatMap((gradient) => [...gradient.dataSync()]);
  tf.dispose([table, left, right, ids, dy, ...result]);
  return flat;
}

describe("patched wasm backend", () => {
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
    await tf.setBackend("cpu");
    const cpu = gradientsOf(values);
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

it("the committed runtime is the installed package's own", () => {
  const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
  const installed = path.join(
    ROOT,
    "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm",
  );
  expect(hash(COMMITTED)).toBe(hash(installed));
});
