/** A model with all that turns features into the probability of a click, and what was done about its negatives. */
import { sigmoid } from "@/lib/evaluation/logit";
import { correctForNegativeSampling } from "@/lib/evaluation/thresholds";
import { scoreClicks } from "../clicks/click-trainer";
import type { TabularModel } from "../ranking/tabular-model";
import type { Checkpoint } from "../types";
import type { AdEncoder } from "./encoder";
import type { AdModelName } from "./names";
import type { RawFeatures } from "./rows";

/** Logits, [count]. */
export type AdPredictor = {
  readonly name: AdModelName;
  readonly parameters: number;
  /** Share of the negatives in the rows it learnt from; 1 when kept negatives were weighted up instead. */
  readonly keptRate: number;
  /** null for the base rate. */
  readonly trained: { readonly model: TabularModel; readonly encoder: AdEncoder } | null;
  score(raw: RawFeatures): Float32Array;
  scoreMany(raw: RawFeatures, checkpoint: Checkpoint): Promise<Float32Array>;
};

export function createPredictor(
  name: AdModelName,
  model: TabularModel,
  encoder: AdEncoder,
  keptRate: number,
): AdPredictor {
  return {
    name,
    parameters: model.parameterCount,
    keptRate,
    trained: { model, encoder },
    score: (raw) => (raw.count === 0 ? new Float32Array(0) : model.logits(encoder.encode(raw))),
    scoreMany: (raw, checkpoint) => scoreClicks(model, encoder.encode(raw), checkpoint),
  };
}

/** `rate` is that of the training rows after sampling. */
export function createBaseRate(rate: number, keptRate: number): AdPredictor {
  const logit = Math.log(rate / (1 - rate));
  const score = ({ count }: RawFeatures) => new Float32Array(count).fill(logit);
  return {
    name: "base-rate",
    parameters: 1,
    keptRate,
    trained: null,
    score,
    scoreMany: (raw) => Promise.resolve(score(raw)),
  };
}

/** The probability of a click in the space of all rows: down-sampling undone when asked. */
export const correctedProbability = (logit: number, keptRate: number, isCorrected: boolean): number =>
  isCorrected ? correctForNegativeSampling(sigmoid(logit), keptRate) : sigmoid(logit);

/** The logit of the same: `logit + log r`, which the correction is. */
export const correctedLogit = (logit: number, keptRate: number, isCorrected: boolean): number =>
  isCorrected ? logit + Math.log(keptRate) : logit;
