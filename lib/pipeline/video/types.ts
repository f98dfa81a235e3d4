/** The pipeline's interfaces on the video world. */
import type * as types from "../types";
import type { Knobs } from "./knobs";
import type { DropReason, HeadName, RankerName, SourceName, StepName } from "./names";

/** What a request knows about its user. Item ids are catalogue rows. */
export type Query = {
  /** null for a visitor who only has an edited history. */
  readonly userId: number | null;
  /** Watched items, oldest first. */
  readonly history: Int32Array;
  /** The day the watch happened, aligned with `history`. */
  readonly historyDays: Float32Array;
  readonly language: number;
  readonly region: number;
  /** Creators that the user follows. */
  readonly subscriptions: Int32Array;
  /** The moment of the request, in days since the world began. */
  readonly nowDay: number;
};

export type VideoShape = {
  query: Query;
  source: SourceName;
  head: HeadName;
  ranker: RankerName;
  reason: DropReason;
  step: StepName;
  knobs: Knobs;
};

export type Retriever = types.Retriever<Query, SourceName>;
export type Ranker = types.Ranker<Query, HeadName, RankerName, Pick<Knobs, "headWeights">>;
export type Pipeline = types.Pipeline<VideoShape>;
export type PipelineRun = types.PipelineRun<VideoShape>;
