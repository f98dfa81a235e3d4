/** Which weights the video models have, and the models of a stored file (../training/weights-file.ts). */
import {
  fillWeights,
  floatWeights,
  listTabularWeights,
  type NamedWeights,
  packWeights,
  tableWeights,
} from "../training/weights-file";
import type { Manifest } from "../training/weights-manifest";
import { RANKER_NAMES, type RankerName } from "./names";
import { DENSE_COUNT } from "./ranker-features";
import { createRankerModel } from "./ranker-models";
import type { VideoModels } from "./serving";
import type { TrainedRanker, TrainedRankers } from "./train-ranker";
import { createTwoTower } from "./train-two-tower";

const rankerPrefix = (name: RankerName) => `ranker/${name}/`;

function listRankerArrays(name: RankerName, { model, standardisation }: TrainedRanker): NamedWeights[] {
  const prefix = rankerPrefix(name);
  return [
    ...listTabularWeights(prefix, model),
    floatWeights(`${prefix}means`, standardisation.means),
    floatWeights(`${prefix}deviations`, standardisation.deviations),
  ];
}

/** All arrays of the models, in a fixed order. The arrays are the models' own. */
function listArrays({ tower, rankers }: VideoModels): NamedWeights[] {
  const { dimension } = tower.config;
  return [
    tableWeights("two-tower/users", tower.userTable.weights, dimension),
    tableWeights("two-tower/items", tower.itemTable.weights, dimension),
    ...tower.dense.entries().map(([name, values]) => floatWeights(`two-tower/${name}`, values)),
    ...RANKER_NAMES.flatMap((name) => {
      const ranker = rankers[name];
      return ranker ? listRankerArrays(name, ranker) : [];
    }),
  ];
}

export const packModels = (models: VideoModels) => packWeights(listArrays(models));

/** Empty rankers for those that the file holds. */
function createStoredRankers(manifest: Manifest): TrainedRankers {
  const rankers: TrainedRankers = {};
  for (const name of RANKER_NAMES) {
    if (!manifest.tensors.some((tensor) => tensor.name.startsWith(rankerPrefix(name)))) continue;
    const standardisation = {
      means: new Float32Array(DENSE_COUNT),
      deviations: new Float32Array(DENSE_COUNT),
    };
    rankers[name] = { model: createRankerModel(name, null), standardisation };
  }
  return rankers;
}

/** The models of a packed file. `idRows` comes from the world and is not stored. @throws an AppError when the file does not fit. */
export function unpackModels(manifest: Manifest, bytes: ArrayBuffer, idRows: Int32Array): VideoModels {
  const models: VideoModels = {
    tower: createTwoTower(null),
    idRows,
    rankers: createStoredRankers(manifest),
  };
  fillWeights(listArrays(models), manifest, bytes);
  return models;
}
