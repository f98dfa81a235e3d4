/** Scores rows with a grown tree: binned rows while boosting, raw feature values afterwards. */
import type { BinnedFeatures } from "./bins";
import type { Tree } from "./tree";

/** Adds the tree's values of all binned rows to `scores`. */
export function addToBinned(tree: Tree, { bins, rows }: BinnedFeatures, scores: Float64Array): void {
  const { features, splitBins, lefts, rights, values } = tree;
  for (let row = 0; row < rows; row++) {
    let node = 0;
    for (let feature = features[0] as number; feature >= 0; feature = features[node] as number)
      node = (
        (bins[feature * rows + row] as number) <= (splitBins[node] as number) ? lefts[node] : rights[node]
      ) as number;
    scores[row] = (scores[row] as number) + (values[node] as number);
  }
}

/** Adds the tree's values of the rows of a row-major [rows, width] to `scores`. */
export function addToRaw(tree: Tree, inputs: Float32Array, width: number, scores: Float64Array): void {
  const { features, thresholds, lefts, rights, values } = tree;
  for (let row = 0; row < scores.length; row++) {
    let node = 0;
    for (let feature = features[0] as number; feature >= 0; feature = features[node] as number)
      node = (
        (inputs[row * width + feature] as number) <= (thresholds[node] as number) ? lefts[node] : rights[node]
      ) as number;
    scores[row] = (scores[row] as number) + (values[node] as number);
  }
}
