/** Task: onnxruntime-web, from nothing to one product of two matrices. */
import { encodeOnnxModel } from "../onnx-model";
import { createOnnxSession, OnnxTensor } from "../onnx-ranker";
import { serveTask } from "../serve-task";

const MODEL = encodeOnnxModel({
  name: "square",
  inputs: [{ name: "x", type: "float32", shape: [2, 2] }],
  outputs: [{ name: "y", type: "float32", shape: [2, 2] }],
  constants: [],
  nodes: [{ operation: "MatMul", inputs: ["x", "x"], output: "y" }],
});

serveTask(async () => {
  const session = await createOnnxSession(MODEL);
  const { y } = await session.run({ x: new OnnxTensor("float32", Float32Array.from([1, 2, 3, 4]), [2, 2]) });
  return [...((y?.data as Float32Array | undefined) ?? [])];
});
