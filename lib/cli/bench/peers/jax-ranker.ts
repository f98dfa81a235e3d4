/** The DCN-v2 in jax-js on its WebAssembly device. Every use of an array but the last needs a reference of its own. */
import { type Array as JaxArray, jit, nn, numpy } from "@jax-js/jax";
import type { DcnConfig } from "@/lib/pipeline/ranking/dcn-model";
import type { TabularInput } from "@/lib/pipeline/ranking/tabular-model";
import { dcnShapes, type NamedWeights } from "./dcn-as-onnx";
import { readArray } from "./jax";
import type { JaxMode } from "./jax-modes";
import { padDcn, padRows } from "./pad-dcn";

type Weights = Record<string, JaxArray>;

function createForward({ fields, embeddingSize, crossLayers, deepLayers }: DcnConfig) {
  return (rows: JaxArray, dense: JaxArray, weights: Weights): JaxArray => {
    const weightOf = (name: string) => weights[name] as JaxArray;
    const linear = (x: JaxArray, name: string) =>
      numpy.matmul(x, weightOf(name)).add(weightOf(`${name}-bias`));
    const embedded = numpy.take(weightOf("table"), rows, 0).reshape([-1, fields * embeddingSize]);
    const x0 = numpy.concatenate([embedded, dense], 1); // [count, width]
    let crossed = x0.ref;
    for (let layer = 0; layer < crossLayers; layer++)
      crossed = x0.ref.mul(linear(crossed.ref, `cross/${layer}`)).add(crossed);
    let deep = x0;
    for (const layer of deepLayers.keys()) deep = nn.relu(linear(deep, `deep/${layer}`));
    return linear(numpy.concatenate([crossed, deep], 1), "heads");
  };
}

/** Its fast kernels take this many columns at a time. */
const COLUMNS = 16;

/** Logits as a function of plain arrays; `mode.isCompiled` fuses the operations. */
export function createJaxRanker(original: DcnConfig, values: NamedWeights, mode: JaxMode) {
  const { config, weights: padded } = padDcn(original, values, COLUMNS);
  const weights: Weights = Object.fromEntries(
    [...dcnShapes(config)].map(([name, shape]) => [
      name,
      numpy.array(padded.get(name) ?? new Float32Array()).reshape([...shape]),
    ]),
  );
  const forward = createForward(config);
  const run = mode.isCompiled ? jit(forward) : forward;
  return async ({ count, fieldRows, dense }: TabularInput): Promise<Float32Array> => {
    const held = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight.ref]));
    const logits = run(
      numpy.array(fieldRows),
      numpy
        .array(padRows(dense, original.denseFeatures, config.denseFeatures))
        .reshape([count, config.denseFeatures]),
      held,
    );
    return readArray(logits, mode);
  };
}
