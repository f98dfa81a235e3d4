/** Which weights the search models have, and the models of a stored file (../training/weights-file.ts). */
import { LambdaNetwork } from "../learning-to-rank/lambda-network";
import type { Tree } from "../learning-to-rank/tree";
import {
  fillWeights,
  floatWeights,
  type NamedWeights,
  packWeights,
  tableWeights,
} from "../training/weights-file";
import type { Manifest } from "../training/weights-manifest";
import { SEARCH_FEATURE_COUNT } from "./features";
import { LEARNT_RANKERS, SEARCH_LABELS } from "./names";
import { HIDDEN_LAYERS, type TrainedRanker } from "./rankers";
import { type RankerKey, rankerKey, type SearchModels } from "./serving";
import { createTowers, TOWER_DIMENSION } from "./towers";

/** Columns of a node in a stored tree. */
const NODE = 5;

/** All trees as one list of nodes: feature, threshold, left, right, value; a tree's numbers of nodes count from its root. */
export function flattenTrees(trees: readonly Tree[]): { sizes: Float32Array; nodes: Float32Array } {
  const sizes = Float32Array.from(trees, ({ features }) => features.length);
  const nodes = trees.flatMap(({ features, thresholds, lefts, rights, values }) =>
    Array.from(features).flatMap((feature, node) => [
      feature,
      thresholds[node] as number,
      lefts[node] as number,
      rights[node] as number,
      values[node] as number,
    ]),
  );
  return { sizes, nodes: Float32Array.from(nodes) };
}

export function restoreTrees(sizes: Float32Array, nodes: Float32Array): Tree[] {
  let start = 0;
  return Array.from(sizes, (size) => {
    const from = start;
    start += size;
    const column = (k: number) =>
      Float64Array.from({ length: size }, (_, node) => nodes[(from + node) * NODE + k] as number);
    return {
      features: Int32Array.from(column(0)),
      splitBins: new Int32Array(size),
      thresholds: Float32Array.from(column(1)),
      lefts: Int32Array.from(column(2)),
      rights: Int32Array.from(column(3)),
      values: column(4),
      gains: new Float64Array(size),
    };
  });
}

const prefixOf = (key: RankerKey) => `ranker/${key}/`;

function listRankerArrays(key: RankerKey, ranker: TrainedRanker): NamedWeights[] {
  const prefix = prefixOf(key);
  if (ranker.kind === "network") {
    const { dense, means, deviations } = ranker.network;
    return [
      ...dense.entries().map(([name, values]) => floatWeights(prefix + name, values)),
      floatWeights(`${prefix}means`, means),
      floatWeights(`${prefix}deviations`, deviations),
    ];
  }
  const { sizes, nodes } = flattenTrees(ranker.trees);
  return [floatWeights(`${prefix}tree-sizes`, sizes), floatWeights(`${prefix}tree-nodes`, nodes)];
}

export const packModels = ({ towers, rankers }: SearchModels) =>
  packWeights([
    tableWeights("two-tower/words", towers.userTable.weights, TOWER_DIMENSION),
    ...[...rankers].flatMap(([key, ranker]) => listRankerArrays(key, ranker)),
  ]);

function unpackNetwork(
  key: RankerKey,
  name: "linear" | "lambdarank",
  manifest: Manifest,
  bytes: ArrayBuffer,
): TrainedRanker {
  const network = new LambdaNetwork({ width: SEARCH_FEATURE_COUNT, hidden: HIDDEN_LAYERS[name] }, null);
  const ranker: TrainedRanker = { kind: "network", name, network };
  fillWeights(listRankerArrays(key, ranker), manifest, bytes);
  return ranker;
}

function unpackTrees(key: RankerKey, manifest: Manifest, bytes: ArrayBuffer): TrainedRanker {
  const read = (name: string) => {
    const full = `${prefixOf(key)}${name}`;
    const length = manifest.tensors.find((tensor) => tensor.name === full)?.length ?? 0;
    const values = new Float32Array(length);
    fillWeights([floatWeights(full, values)], manifest, bytes);
    return values;
  };
  return { kind: "trees", name: "lambdamart", trees: restoreTrees(read("tree-sizes"), read("tree-nodes")) };
}

/** The models of a packed file. @throws an AppError when the file does not fit. */
export function unpackModels(manifest: Manifest, bytes: ArrayBuffer): SearchModels {
  const towers = createTowers(null);
  fillWeights([tableWeights("two-tower/words", towers.userTable.weights, TOWER_DIMENSION)], manifest, bytes);
  const rankers = new Map<RankerKey, TrainedRanker>();
  for (const ranker of LEARNT_RANKERS)
    for (const labels of SEARCH_LABELS) {
      const key = rankerKey(ranker, labels);
      if (!manifest.tensors.some(({ name }) => name.startsWith(prefixOf(key)))) continue;
      const isTrees = ranker === "lambdamart";
      rankers.set(
        key,
        isTrees ? unpackTrees(key, manifest, bytes) : unpackNetwork(key, ranker, manifest, bytes),
      );
    }
  return { towers, rankers };
}
