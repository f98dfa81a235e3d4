/**
 * Features as a query sees them: beside each value, how far it lies above the mean of its query. Rankings compare
 * documents of one query only, and a tree that splits on raw values has to learn each query's level first (query-level
 * normalisation: Qin, Liu, Xu & Li, LETOR, 2010).
 */
import type { RankData } from "./rank-data";

/** Features that differ between rows of some query, ascending: the deviations of the others would be 0 everywhere. */
export function findVarying({ features, offsets, width }: RankData): Int32Array {
  const varies = new Uint8Array(width);
  for (let q = 0; q + 1 < offsets.length; q++) {
    const first = (offsets[q] as number) * width;
    const end = (offsets[q + 1] as number) * width;
    for (let at = first + width; at < end; at += width)
      for (let f = 0; f < width; f++) if (features[at + f] !== features[first + f]) varies[f] = 1;
  }
  return Int32Array.from(varies.keys()).filter((f) => varies[f] === 1);
}

/** The same rows with the deviations of the `varying` features after their own: width + varying.length wide. */
export function addDeviations(data: RankData, varying: Int32Array): RankData {
  const { features, offsets, width, grades } = data;
  const wide = width + varying.length;
  const result = new Float32Array(grades.length * wide);
  const means = new Float64Array(varying.length);
  for (let q = 0; q + 1 < offsets.length; q++) {
    const start = offsets[q] as number;
    const end = offsets[q + 1] as number;
    means.fill(0);
    for (let row = start; row < end; row++)
      for (let v = 0; v < varying.length; v++)
        means[v] =
          (means[v] as number) + (features[row * width + (varying[v] as number)] as number) / (end - start);
    for (let row = start; row < end; row++) {
      result.set(features.subarray(row * width, (row + 1) * width), row * wide);
      for (let v = 0; v < varying.length; v++)
        result[row * wide + width + v] =
          (features[row * width + (varying[v] as number)] as number) - (means[v] as number);
    }
  }
  return { ...data, features: result, width: wide };
}

/** What each feature gained, its deviation's share put to its own; [width]. */
export function mergeGains(gains: Float32Array, varying: Int32Array, width: number): Float32Array {
  const merged = gains.slice(0, width);
  varying.forEach((f, v) => {
    merged[f] = (merged[f] as number) + (gains[width + v] ?? 0);
  });
  return merged;
}
