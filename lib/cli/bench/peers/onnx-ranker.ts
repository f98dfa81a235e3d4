/** onnxruntime-web on WebAssembly with one thread, from the package's own files. */
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { TabularInput } from "@/lib/pipeline/ranking/tabular-model";

export { Tensor as OnnxTensor };

/** The bench's server gives the package's files there. */
const RUNTIME_FILE = "/packages/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm";

export function createOnnxSession(model: Uint8Array): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = { wasm: RUNTIME_FILE };
  return InferenceSession.create(model, { executionProviders: ["wasm"], graphOptimizationLevel: "all" });
}

/** Logits of a model from `dcnAsOnnx`: inputs go in and logits come out as plain arrays, as a ranker needs it. */
export async function createOnnxRanker(model: Uint8Array) {
  const session = await createOnnxSession(model);
  return async ({ count, fieldRows, dense }: TabularInput): Promise<Float32Array> => {
    const { logits } = await session.run({
      rows: new Tensor("int32", fieldRows, [count, fieldRows.length / count]),
      dense: new Tensor("float32", dense, [count, dense.length / count]),
    });
    if (!logits) throw new Error("the model gave no logits");
    return logits.data as Float32Array;
  };
}
