/** What a question about a video request may speak of, what it runs, and what comes of that. */
import type { Question as AnyQuestion } from "@/components/lab/core/predict/question";
import type { Knobs } from "@/lib/pipeline/video/knobs";
import type { Recommendation, SlateEffect } from "@/lib/pipeline/video/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";

/** What a question may speak of. */
export type Situation = {
  recommendation: Recommendation;
  knobs: Knobs;
  audience: Audience;
  language: string;
  watches: number;
  loggedItems: number;
  /** Only one ranker is there: the visitor's own. */
  hasOwnModels: boolean;
};

/** What is run: other knobs for this request, and one whole request with its trace. */
export type Trial = {
  variants: readonly { id: string; knobs: Knobs }[];
  request?: { audience: Audience; knobs: Knobs };
  /** Searches in lists, which must be made first. */
  needsLists?: true;
};
export type TrialResult = {
  base: SlateEffect;
  /** In the order of the trial's variants. */
  effects: readonly SlateEffect[];
  request: Recommendation | null;
};
export type Question = AnyQuestion<Situation, Trial, TrialResult>;
