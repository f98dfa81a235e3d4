/** Encodes the whole catalogue with the item tower, in chunks, straight into the index. */
import type { VideoCatalogue } from "@/lib/worlds/video/types";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import { createVectorIndex, type VectorIndex } from "../retrieval/vector-index";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import type { TowerFeatures } from "./tower-features";

const CHUNK = 16_384;

/** Videos uploaded after `day` keep the zero vector, whose score is 0, and are filtered out later. */
export async function buildItemIndex(
  catalogue: VideoCatalogue,
  features: TowerFeatures,
  model: TwoTowerModel,
  day: number,
  checkpoint: Checkpoint,
): Promise<VectorIndex> {
  const { dimension } = model.config;
  const index = await createVectorIndex(catalogue.size, dimension);
  const builder = new BagBuilder();
  for (let from = 0; from < catalogue.size; from += CHUNK) {
    const to = Math.min(catalogue.size, from + CHUNK);
    builder.clear();
    for (let item = from; item < to; item++) {
      if ((catalogue.uploadDay[item] as number) <= day) features.addItem(builder, item);
      else builder.close();
    }
    index.write(model.encodeItems(builder.bags()), from, to - from);
    await checkpoint();
  }
  return index;
}
