/** The rankers as the video pipeline uses them: their size, and how fast each learns. */
import type { Random } from "@/lib/random";
import { createTabularModel } from "../ranking/create-tabular-model";
import type { TabularModel } from "../ranking/tabular-model";
import type { RankerName } from "./names";
import { HEADS } from "./ranker-examples";
import { DENSE_COUNT, FIELD_COUNT, RANKER_ROWS } from "./ranker-features";

/** Learning rate at the start (it falls to a tenth) and L2 penalty, chosen by log loss on the validation examples. */
export const RANKER_SETTINGS: Record<RankerName, { readonly learningRate: number; readonly decay: number }> =
  {
    "logistic-regression": { learningRate: 0.015, decay: 1e-4 },
    fm: { learningRate: 0.02, decay: 5e-4 },
    mlp: { learningRate: 0.02, decay: 1e-4 },
    "dcn-v2": { learningRate: 0.015, decay: 2e-4 },
  };

/** `random` null leaves all weights at zero, for a loader to fill. */
export const createRankerModel = (name: RankerName, random: Random | null): TabularModel =>
  createTabularModel(
    name,
    {
      tableRows: RANKER_ROWS,
      fields: FIELD_COUNT,
      embeddingSize: 8,
      denseFeatures: DENSE_COUNT,
      crossLayers: 2,
      deepLayers: [96, 48],
      heads: HEADS,
    },
    random,
  );
