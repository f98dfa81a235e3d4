/**
 * Encodes the whole catalogue with the item tower, chunk by chunk, straight into the index: the same vectors as
 * `TwoTowerModel.encodeItems` of the bags, in a fraction of the time. The rows that all videos of one topic,
 * language and length share are summed once, and the content of a chunk is one matrix product.
 */

import { CONTENT_SIZE, type VideoCatalogue } from "@/lib/worlds/video/types";
import { matMul, type Tensor2D, tensor2d, tidy } from "../backend/tfjs";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import { createVectorIndex, type VectorIndex } from "../retrieval/vector-index";
import type { EmbeddingTable } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import {
  CONTENT_AT,
  CONTENT_WEIGHT,
  ITEM_KINDS,
  kindOf,
  rowsOfKind,
  type TowerFeatures,
} from "./tower-features";

/** Videos encoded at a time. */
export const ENCODED_CHUNK_ROWS = 8_192;
const CHUNKS_PER_CHECKPOINT = 4;

/** `target` [at ..] += `source` [from ..], `dimension` numbers. */
function addTo(target: Float32Array, at: number, source: Float32Array, from: number, dimension: number) {
  for (let d = 0; d < dimension; d++)
    target[at + d] = (target[at + d] as number) + (source[from + d] as number);
}

/** Sums of the rows of each kind of video: [ITEM_KINDS, dimension]. */
function sumKinds({ weights, dimension }: EmbeddingTable): Float32Array {
  const sums = new Float32Array(ITEM_KINDS * dimension);
  for (let kind = 0; kind < ITEM_KINDS; kind++)
    for (const row of rowsOfKind(kind)) addTo(sums, kind * dimension, weights, row * dimension, dimension);
  return sums;
}

function normaliseRow(vectors: Float32Array, at: number, dimension: number) {
  let square = 1e-12;
  for (let i = at; i < at + dimension; i++) square += (vectors[i] as number) * (vectors[i] as number);
  const scale = 1 / Math.sqrt(square);
  for (let i = at; i < at + dimension; i++) vectors[i] = (vectors[i] as number) * scale;
}

class ChunkEncoder {
  private readonly kinds: Float32Array;
  private readonly contentRows: Tensor2D;
  private readonly content = new Float32Array(ENCODED_CHUNK_ROWS * CONTENT_SIZE);

  constructor(
    private readonly catalogue: VideoCatalogue,
    private readonly features: TowerFeatures,
    private readonly model: TwoTowerModel,
    private readonly day: number,
  ) {
    const { itemTable } = model;
    const { dimension, weights } = itemTable;
    this.kinds = sumKinds(itemTable);
    this.contentRows = tensor2d(
      weights.slice(CONTENT_AT * dimension, (CONTENT_AT + CONTENT_SIZE) * dimension),
      [CONTENT_SIZE, dimension],
    );
  }

  /** The content part of rows [from, to): [chunk, dimension], of which the first to - from rows count. */
  private multiplyContent(from: number, to: number): Float32Array {
    const { content, contentRows, catalogue } = this;
    const count = (to - from) * CONTENT_SIZE;
    const at = from * CONTENT_SIZE;
    for (let i = 0; i < count; i++) content[i] = (catalogue.content[at + i] as number) * CONTENT_WEIGHT;
    let product = new Float32Array(0);
    tidy(() => {
      const chunk = tensor2d(content, [ENCODED_CHUNK_ROWS, CONTENT_SIZE]);
      product = matMul(chunk, contentRows).dataSync() as Float32Array<ArrayBuffer>; // [chunk, dimension]
    });
    return product;
  }

  /** Vectors of rows [from, to); zero for those uploaded after the day. Valid until the next call. */
  encode(from: number, to: number): Float32Array {
    const { catalogue, features, kinds, model, day } = this;
    const { dimension, weights } = model.itemTable;
    const vectors = this.multiplyContent(from, to);
    for (let item = from; item < to; item++) {
      const at = (item - from) * dimension;
      if ((catalogue.uploadDay[item] as number) > day) {
        vectors.fill(0, at, at + dimension);
        continue;
      }
      addTo(vectors, at, kinds, kindOf(catalogue, item) * dimension, dimension);
      addTo(vectors, at, weights, features.creatorRow(item) * dimension, dimension);
      const idRow = features.idRow(item);
      if (idRow >= 0) addTo(vectors, at, weights, idRow * dimension, dimension);
      if (model.config.normalise) normaliseRow(vectors, at, dimension);
    }
    return vectors;
  }

  dispose() {
    this.contentRows.dispose();
  }
}

export type EncodedChunk = { readonly from: number; readonly to: number; readonly vectors: Float32Array };

/** Vectors of the whole catalogue, chunk by chunk; those of a chunk ([to - from, dimension] first) hold until the next. */
export function* encodeCatalogue(
  catalogue: VideoCatalogue,
  features: TowerFeatures,
  model: TwoTowerModel,
  day: number,
): Generator<EncodedChunk> {
  const encoder = new ChunkEncoder(catalogue, features, model, day);
  try {
    for (let from = 0; from < catalogue.size; from += ENCODED_CHUNK_ROWS) {
      const to = Math.min(catalogue.size, from + ENCODED_CHUNK_ROWS);
      yield { from, to, vectors: encoder.encode(from, to) };
    }
  } finally {
    encoder.dispose();
  }
}

/** Videos uploaded after `day` keep the zero vector. The model runtime must have been started. */
export async function buildItemIndex(
  catalogue: VideoCatalogue,
  features: TowerFeatures,
  model: TwoTowerModel,
  day: number,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void = () => {},
): Promise<VectorIndex> {
  const index = await createVectorIndex(catalogue.size, model.config.dimension);
  try {
    for (const { from, to, vectors } of encodeCatalogue(catalogue, features, model, day)) {
      index.write(vectors, from, to - from);
      if ((from / ENCODED_CHUNK_ROWS) % CHUNKS_PER_CHECKPOINT !== CHUNKS_PER_CHECKPOINT - 1) continue;
      onProgress(to / catalogue.size);
      await checkpoint();
    }
  } catch (error) {
    index.close();
    throw error;
  }
  return index;
}
