/** The true nearest videos of some queries, by float32 vectors that are made, searched and forgotten chunk by chunk. */
import { createFloatSearch } from "../retrieval/scan-float";
import type { Checkpoint } from "../types";
import { ENCODED_CHUNK_ROWS, encodeCatalogue } from "./item-index";
import type { VideoServing } from "./serving";

type Found = { item: number; score: number };

/** For each vector ([dimension]) its k nearest items, best first. */
export async function findFloatNeighbours(
  { index, world, models, towerFeatures, day }: VideoServing,
  vectors: readonly Float32Array[],
  k: number,
  checkpoint: Checkpoint,
): Promise<Int32Array[]> {
  const search = await createFloatSearch(index.dimension, ENCODED_CHUNK_ROWS);
  let best: Found[][] = vectors.map(() => []);
  for (const chunk of encodeCatalogue(world.catalogue, towerFeatures, models.tower, day)) {
    search.load(chunk.vectors, chunk.to - chunk.from);
    best = vectors.map((vector, q) => {
      const { rows, scores } = search.search(vector, k);
      const found = Array.from(rows, (row, i) => ({ item: chunk.from + row, score: scores[i] as number }));
      return [...(best[q] ?? []), ...found].sort((a, b) => b.score - a.score || a.item - b.item).slice(0, k);
    });
    await checkpoint();
  }
  return best.map((list) => Int32Array.from(list, ({ item }) => item));
}
