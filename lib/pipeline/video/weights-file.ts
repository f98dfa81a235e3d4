/**
 * Weights of the video models as one binary and a manifest. Embedding tables are stored as int8 with one scale a row
 * (a quarter of the size, no measurable loss of recall), everything else as float32.
 */
import { AppError } from "@/lib/errors";
import { TABLE_NAMES } from "../ranking/tabular-model";
import type { Manifest } from "./manifest";
import { RANKER_NAMES, type RankerName } from "./names";
import { DENSE_COUNT } from "./ranker-features";
import { createRankerModel } from "./ranker-models";
import type { VideoModels } from "./serving";
import type { TrainedRanker, TrainedRankers } from "./train-ranker";
import { createTwoTower } from "./train-two-tower";

type Named = { name: string; values: Float32Array; encoding: "float32" | "int8-rows"; width: number };

const float = (name: string, values: Float32Array): Named => ({
  name,
  values,
  encoding: "float32",
  width: 1,
});
const table = (name: string, values: Float32Array, width: number): Named => ({
  name,
  values,
  encoding: "int8-rows",
  width,
});

const rankerPrefix = (name: RankerName) => `ranker/${name}/`;

function listRankerArrays(name: RankerName, { model, standardisation }: TrainedRanker): Named[] {
  const prefix = rankerPrefix(name);
  return [
    ...model.dense
      .entries()
      .map(([weight, values]) =>
        TABLE_NAMES.includes(weight)
          ? table(prefix + weight, values, values.length / model.config.tableRows)
          : float(prefix + weight, values),
      ),
    float(`${prefix}means`, standardisation.means),
    float(`${prefix}deviations`, standardisation.deviations),
  ];
}

/** All arrays of the models, in a fixed order. The arrays are the models' own. */
function listArrays({ tower, rankers }: VideoModels): Named[] {
  const { dimension } = tower.config;
  return [
    table("two-tower/users", tower.userTable.weights, dimension),
    table("two-tower/items", tower.itemTable.weights, dimension),
    ...tower.dense.entries().map(([name, values]) => float(`two-tower/${name}`, values)),
    ...RANKER_NAMES.flatMap((name) => {
      const ranker = rankers[name];
      return ranker ? listRankerArrays(name, ranker) : [];
    }),
  ];
}

function encodeRows(values: Float32Array, width: number): Uint8Array {
  const rows = values.length / width;
  const bytes = new Uint8Array(rows * (4 + width));
  const view = new DataView(bytes.buffer);
  for (let r = 0; r < rows; r++) {
    let top = 1e-12;
    for (let d = 0; d < width; d++) top = Math.max(top, Math.abs(values[r * width + d] as number));
    const scale = top / 127;
    view.setFloat32(r * 4, scale, true);
    for (let d = 0; d < width; d++)
      view.setInt8(rows * 4 + r * width + d, Math.round((values[r * width + d] as number) / scale));
  }
  return bytes;
}

function decodeRows(view: DataView, offset: number, width: number, target: Float32Array) {
  const rows = target.length / width;
  for (let i = 0; i < target.length; i++)
    target[i] =
      view.getInt8(offset + rows * 4 + i) * view.getFloat32(offset + Math.floor(i / width) * 4, true);
}

export function packModels(models: VideoModels): { manifest: Manifest; bytes: Uint8Array } {
  const tensors: Manifest["tensors"] = [];
  const parts: Uint8Array[] = [];
  let byteOffset = 0;
  for (const { name, values, encoding, width } of listArrays(models)) {
    const part = encoding === "int8-rows" ? encodeRows(values, width) : new Uint8Array(values.slice().buffer);
    tensors.push({ name, encoding, width, length: values.length, byteOffset });
    parts.push(part);
    byteOffset += part.byteLength;
  }
  const bytes = new Uint8Array(byteOffset);
  for (const [i, part] of parts.entries()) bytes.set(part, tensors[i]?.byteOffset ?? 0);
  return { manifest: { tensors }, bytes };
}

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

/** Bytes of an array: four a row and one a value, or four a value. */
const storedBytes = ({ encoding, length, width }: Manifest["tensors"][number]) =>
  encoding === "int8-rows" ? (length / width) * 4 + length : length * 4;

/** The models of a packed file. `idRows` comes from the world and is not stored. @throws an AppError when the file does not fit. */
export function unpackModels(manifest: Manifest, bytes: ArrayBuffer, idRows: Int32Array): VideoModels {
  const models: VideoModels = {
    tower: createTwoTower(null),
    idRows,
    rankers: createStoredRankers(manifest),
  };
  const view = new DataView(bytes);
  for (const { name, values, encoding, width } of listArrays(models)) {
    const stored = manifest.tensors.find((tensor) => tensor.name === name);
    const isThere = stored !== undefined && stored.byteOffset + storedBytes(stored) <= bytes.byteLength;
    if (!stored || !isThere || stored.length !== values.length || stored.encoding !== encoding)
      throw new AppError(
        "unavailable",
        "The stored models do not fit this version. Train them here instead.",
      );
    if (encoding === "int8-rows") decodeRows(view, stored.byteOffset, width, values);
    else for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(stored.byteOffset + i * 4, true);
  }
  return models;
}
