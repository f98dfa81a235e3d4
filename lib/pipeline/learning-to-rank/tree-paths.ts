/**
 * What each feature adds to the score of a row, read off the paths it takes: a step from a node to its child changes
 * the value that the tree would give if it stopped there, and that change belongs to the feature of the split (Saabas,
 * 2014). Base and contributions add up to the score exactly. Features low in a tree get more than their fair share in
 * Shapley's sense; it is one look along the real path, no average over others.
 */
import type { Tree } from "./tree";

/** `base + sum of contributions` is the score of the row; [width]. `members`: as in lambda-mart.ts. */
export function treePathContributions(
  trees: readonly Tree[],
  row: ArrayLike<number>,
  width: number,
  members: number,
): { base: number; contributions: Float64Array } {
  const contributions = new Float64Array(width);
  let base = 0;
  for (const { features, thresholds, lefts, rights, values } of trees) {
    let node = 0;
    base += (values[0] as number) / members;
    for (let feature = features[0] as number; feature >= 0; feature = features[node] as number) {
      const goesLeft = (row[feature] as number) <= (thresholds[node] as number);
      const child = (goesLeft ? lefts[node] : rights[node]) as number;
      const change = ((values[child] as number) - (values[node] as number)) / members;
      contributions[feature] = (contributions[feature] as number) + change;
      node = child;
    }
  }
  return { base, contributions };
}
