/** A scene with models: the titles' vectors in an index, and the rankers that were trained or loaded. */
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import { createVectorIndex, type VectorIndex } from "../retrieval/vector-index";
import type { Checkpoint } from "../types";
import type { LearntRanker, SearchLabels } from "./names";
import type { TrainedRanker } from "./rankers";
import type { SearchScene } from "./scene";
import { wordsOfTitle } from "./text-index";
import { TitleEncoder, TOWER_DIMENSION } from "./towers";

export type RankerKey = `${LearntRanker}/${SearchLabels}`;
export const rankerKey = (ranker: LearntRanker, labels: SearchLabels): RankerKey => `${ranker}/${labels}`;

export type SearchModels = {
  readonly towers: TwoTowerModel;
  readonly rankers: ReadonlyMap<RankerKey, TrainedRanker>;
};
export type SearchServing = SearchModels & { readonly scene: SearchScene; readonly vectors: VectorIndex };

const CHUNK = 4_096;

/** Encodes every title. The caller closes the index. @throws what the checkpoint throws. */
export async function indexTitles(
  { world: { catalogue }, index }: SearchScene,
  towers: TwoTowerModel,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<VectorIndex> {
  const vectors = await createVectorIndex(catalogue.size, TOWER_DIMENSION);
  const encoder = new TitleEncoder(towers);
  const chunk = new Float32Array(CHUNK * TOWER_DIMENSION);
  try {
    for (let from = 0; from < catalogue.size; from += CHUNK) {
      const count = Math.min(CHUNK, catalogue.size - from);
      for (let i = 0; i < count; i++) {
        const words = wordsOfTitle(index, from + i);
        encoder.encode(words, catalogue.category[from + i] as number, chunk, i * TOWER_DIMENSION);
      }
      vectors.write(chunk.subarray(0, count * TOWER_DIMENSION), from, count);
      onProgress(from / catalogue.size);
      await checkpoint();
    }
    return vectors;
  } catch (error) {
    vectors.close();
    throw error;
  }
}
