/**
 * Weights of the video models as one binary and a manifest. Embedding tables are stored as int8 with one scale a row
 * (a quarter of the size, no measurable loss of recall), everything else as float32.
 */
import { AppError } from "@/lib/errors";
import type { Manifest } from "./manifest";
import { DENSE_COUNT } from "./ranker-features";
import type { VideoModels } from "./serving";
import { createRankerModel } from "./train-ranker";
import { createTwoTower } from "./train-two-tower";

type Named = { name: string; values: Float32Array; encoding: "float32" | "int8-rows"; width: number };

/** All arrays of the models, in a fixed order. The arrays are the models' own. */
function listArrays({ tower, ranker }: VideoModels): Named[] {
  const width = tower.config.dimension;
  const float = (name: string, values: Float32Array): Named => ({
    name,
    values,
    encoding: "float32",
    width: 1,
  });
  return [
    { name: "two-tower/users", values: tower.userTable.weights, encoding: "int8-rows", width },
    { name: "two-tower/items", values: tower.itemTable.weights, encoding: "int8-rows", width },
    ...tower.dense.entries().map(([name, values]) => float(`two-tower/${name}`, values)),
    ...ranker.model.dense.entries().map(([name, values]) => float(`ranker/${name}`, values)),
    float("ranker/means", ranker.standardisation.means),
    float("ranker/deviations", ranker.standardisation.deviations),
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

/** The models of a packed file. `idRows` comes from the world and is not stored. */
export function unpackModels(manifest: Manifest, bytes: ArrayBuffer, idRows: Int32Array): VideoModels {
  const standardisation = { means: new Float32Array(DENSE_COUNT), deviations: new Float32Array(DENSE_COUNT) };
  const models: VideoModels = {
    tower: createTwoTower(null),
    idRows,
    ranker: { model: createRankerModel(null), standardisation },
  };
  const view = new DataView(bytes);
  for (const { name, values, encoding, width } of listArrays(models)) {
    const stored = manifest.tensors.find((tensor) => tensor.name === name);
    if (!stored || stored.length !== values.length || stored.encoding !== encoding)
      throw new AppError(
        "unavailable",
        "The stored models do not fit this version. Train them here instead.",
      );
    if (encoding === "int8-rows") decodeRows(view, stored.byteOffset, width, values);
    else for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(stored.byteOffset + i * 4, true);
  }
  return models;
}
