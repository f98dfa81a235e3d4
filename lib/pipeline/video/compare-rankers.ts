/** Every ranker that was trained, on the same held-out impressions and on the same candidates of the same users. */

import type { Checkpoint } from "../types";
import { type Knobs, knobsSchema } from "./knobs";
import { collectHeldOutExamples, measureSlates } from "./measure";
import { RANKER_NAMES, type RankerName } from "./names";
import type { VideoServing } from "./serving";
import type { ModelCard } from "./trace";
import { evaluateRanker } from "./train-ranker";
import type { Pipeline } from "./types";

/** Rules off: only what the ranker does is compared. */
const knobsOf = (ranker: RankerName): Knobs => knobsSchema.parse({ ranker, ablate: ["rules", "diversify"] });

export async function compareRankers(
  serving: VideoServing,
  pipeline: Pipeline,
  users: number,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void,
): Promise<ModelCard["rankers"]> {
  const examples = await collectHeldOutExamples(serving, checkpoint);
  const compared: ModelCard["rankers"] = {};
  const trained = RANKER_NAMES.flatMap((name) => {
    const ranker = serving.models.rankers[name];
    return ranker ? [{ name, ranker }] : [];
  });
  for (const [i, { name, ranker }] of trained.entries()) {
    onProgress(i / trained.length);
    const { ndcgAt10, expectedWatch } = await measureSlates(
      serving,
      pipeline,
      knobsOf(name),
      users,
      checkpoint,
    );
    compared[name] = { ...evaluateRanker(ranker, examples), ndcgAt10, expectedWatch };
  }
  return compared;
}
