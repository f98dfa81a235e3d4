/** Trains the pipeline on the kept rows and measures it on the held-out ones. */
import type { WorkContext } from "../types";
import type { Blend } from "./blend";
import type { SourceMix } from "./candidates";
import type { EvidenceSettings } from "./evidence";
import type { HoldOut } from "./hold-out";
import { type MeasuredLists, measureLists } from "./measure";
import { type RatingsPipeline, trainRatingsPipeline } from "./pipeline";

export type RatingsResult = MeasuredLists & {
  readonly users: number;
  readonly items: number;
  readonly trainRows: number;
  readonly testRows: number;
  readonly trainSeconds: number;
  readonly settings: EvidenceSettings;
  readonly blend: Blend | null;
  readonly mix: SourceMix;
};

/** Metrics at cut-off k, and the trained pipeline, which the caller must dispose. */
export async function evaluateRatings(
  held: HoldOut,
  k: number,
  context: WorkContext,
): Promise<{ result: RatingsResult; pipeline: RatingsPipeline }> {
  const pipeline = await trainRatingsPipeline(held.train, held.isForward, context);
  context.report("Measuring on the held-out ratings", 0.9);
  const lists = await measureLists(held, pipeline, k, context.checkpoint);
  const result = {
    users: held.trainUsers,
    items: held.trainItems,
    trainRows: held.train.itemOf.length,
    testRows: held.testRows,
    trainSeconds: pipeline.trainSeconds,
    settings: pipeline.settings,
    blend: pipeline.blend,
    mix: pipeline.mix,
    ...lists,
  };
  return { result, pipeline };
}
