/** A DCN-v2 (lib/pipeline/ranking/dcn-model.ts) as an ONNX graph with the same weights, for a fixed number of candidates. */
import type { DcnConfig } from "@/lib/pipeline/ranking/dcn-model";
import type { OnnxConstant, OnnxModel, OnnxNode } from "./onnx-model";

export type NamedWeights = ReadonlyMap<string, Float32Array>;

/** Length of x0: the embeddings of all fields, then the dense features. */
export const widthOf = ({ fields, embeddingSize, denseFeatures }: DcnConfig) =>
  fields * embeddingSize + denseFeatures;

/** Shapes of the weights by name, in the order in which the model lists them. */
export function dcnShapes(config: DcnConfig): ReadonlyMap<string, readonly number[]> {
  const width = widthOf(config);
  const sizes = config.deepLayers;
  const read = width + (sizes.at(-1) ?? 0);
  return new Map<string, readonly number[]>([
    ["table", [config.tableRows, config.embeddingSize]],
    ...Array.from({ length: config.crossLayers }, (_, layer) => [
      [`cross/${layer}`, [width, width]] as const,
      [`cross/${layer}-bias`, [width]] as const,
    ]).flat(),
    ...sizes.flatMap((size, layer) => [
      [`deep/${layer}`, [sizes[layer - 1] ?? width, size]] as const,
      [`deep/${layer}-bias`, [size]] as const,
    ]),
    ["heads", [read, config.heads]],
    ["heads-bias", [config.heads]],
  ]);
}

/** Inputs: rows [count, fields] int32, dense [count, denseFeatures]; output: logits [count, heads]. */
export function dcnAsOnnx(config: DcnConfig, weights: NamedWeights, count: number): OnnxModel {
  const constants: OnnxConstant[] = [...dcnShapes(config)].map(([name, shape]) => {
    const data = weights.get(name);
    if (!data) throw new Error(`The model has no weight named ${name}.`);
    return { name, type: "float32", shape, data };
  });
  const embedded = BigInt(config.fields * config.embeddingSize);
  constants.push({
    name: "embedded-shape",
    type: "int64",
    shape: [2],
    data: BigInt64Array.from([BigInt(count), embedded]),
  });
  const nodes: OnnxNode[] = [];
  const put = (operation: string, inputs: string[], output: string, attributes?: OnnxNode["attributes"]) => {
    nodes.push({ operation, inputs, output, ...(attributes && { attributes }) });
    return output;
  };
  const linear = (input: string, weight: string, output: string) =>
    put("Add", [put("MatMul", [input, weight], `${output}/product`), `${weight}-bias`], output);

  put("Gather", ["table", "rows"], "vectors", { axis: 0 });
  put("Reshape", ["vectors", "embedded-shape"], "embedded");
  const x0 = put("Concat", ["embedded", "dense"], "x0", { axis: 1 });
  let crossed = x0;
  for (let layer = 0; layer < config.crossLayers; layer++) {
    const read = linear(crossed, `cross/${layer}`, `cross-${layer}`);
    const product = put("Mul", [x0, read], `cross-${layer}/times-x0`);
    crossed = put("Add", [product, crossed], `x${layer + 1}`);
  }
  let deep = x0;
  for (const layer of config.deepLayers.keys())
    deep = put("Relu", [linear(deep, `deep/${layer}`, `deep-${layer}`)], `deep-${layer}/relu`);
  const read = config.deepLayers.length > 0 ? put("Concat", [crossed, deep], "read", { axis: 1 }) : crossed;
  linear(read, "heads", "logits");
  return {
    name: "dcn-v2",
    inputs: [
      { name: "rows", type: "int32", shape: [count, config.fields] },
      { name: "dense", type: "float32", shape: [count, config.denseFeatures] },
    ],
    outputs: [{ name: "logits", type: "float32", shape: [count, config.heads] }],
    constants,
    nodes,
  };
}
