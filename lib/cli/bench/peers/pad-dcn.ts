/**
 * A DCN-v2 that says the same with a wider input: columns of zeros after the dense features, and zeros in the weights
 * that meet them. Kernels that take several columns at a time are slow when the last ones do not fill a group.
 */
import type { DcnConfig } from "@/lib/pipeline/ranking/dcn-model";
import { dcnShapes, type NamedWeights, widthOf } from "./dcn-as-onnx";

/** The same model with a width that is a multiple of `multiple`. */
export function padDcn(
  config: DcnConfig,
  weights: NamedWeights,
  multiple: number,
): { config: DcnConfig; weights: NamedWeights } {
  const width = widthOf(config);
  const padding = (multiple - (width % multiple)) % multiple;
  const padded = { ...config, denseFeatures: config.denseFeatures + padding };
  const shapes = dcnShapes(config);
  const entries = [...dcnShapes(padded)].map(([name, shape]): [string, Float32Array] => {
    const values = weights.get(name) ?? new Float32Array();
    const columns = shapes.get(name)?.at(-1) ?? 1;
    const paddedColumns = shape.at(-1) ?? 1;
    // The table grows no rows; in all other matrices row `width` is the first that may move.
    const shift = name === "table" ? 0 : (shape[0] ?? 0) - (shapes.get(name)?.[0] ?? 0);
    const target = new Float32Array(shape.reduce((size, length) => size * length, 1));
    if (shape.length === 1) target.set(values);
    else
      for (let row = 0; row * columns < values.length; row++)
        target.set(
          values.subarray(row * columns, (row + 1) * columns),
          (row < width ? row : row + shift) * paddedColumns,
        );
    return [name, target];
  });
  return { config: padded, weights: new Map(entries) };
}

/** Dense features [count, from] -> [count, to], zeros after each row. */
export function padRows(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  const padded = new Float32Array((values.length / from) * to);
  for (let row = 0; row * from < values.length; row++)
    padded.set(values.subarray(row * from, (row + 1) * from), row * to);
  return padded;
}
