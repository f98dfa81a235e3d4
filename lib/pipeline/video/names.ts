/** The plain lists of the video world's pipeline: a page may import them without the schemas. */

/** Where a candidate came from. A candidate may have several sources. */
export const SOURCE_NAMES = [
  "two-tower",
  "item-to-item",
  "subscriptions",
  "fresh",
  "popularity",
  "exploration",
] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** One prediction per action. `watch` is the expected watched fraction given a click. */
export const HEAD_NAMES = ["click", "watch", "like", "hide"] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** The rankers that can be chosen, from the simplest to the richest. */
export {
  TABULAR_MODEL_NAMES as RANKER_NAMES,
  type TabularModelName as RankerName,
} from "../ranking/model-names";

/** The steps of one request, in order. */
export const STEP_NAMES = ["retrieve", "merge", "filter", "rank", "rules", "diversify"] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Why an item is no longer there after a step. */
export const DROP_REASONS = [
  "seen",
  "policy",
  "region",
  "language",
  "below-rank-limit",
  "duplicate",
  "creator-cap",
  "below-slate",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export type HeadWeights = Readonly<Record<HeadName, number>>;
