/**
 * Scores that order perfectly and lie about their probability, with the truth known: what calibration can mend and what a fit
 * on few rows breaks. True logits are normal; the reported one is a rising function of the true one, so AUC is the same for all.
 */

import type { Random } from "@/lib/random";
import { logit, sigmoid } from "./logit";

export const DISTORTIONS = ["over-confident", "sampled", "bent"] as const;
export type Distortion = (typeof DISTORTIONS)[number];

export type ScoredRows = {
  readonly labels: Uint8Array;
  /** P(1), that the label was drawn with. */
  readonly truth: Float64Array;
  /** What the model reports, as a logit. */
  readonly logits: Float64Array;
};

export type ScoreOptions = {
  readonly rows: number;
  readonly baseRate: number;
  readonly distortion: Distortion;
  /** 0 leaves the truth, 1 is the usual lie, 2 twice as much. */
  readonly strength: number;
};

/** Deviation of the true logit: AUC is about 0.8 for rare events. */
const LOGIT_SPREAD = 1.2;
/** Negatives are kept at this rate and not corrected for. */
export const UNCORRECTED_KEEP_RATE = 0.1;

/**
 * The reported logit of a true one, m the usual logit: `m + (1 + s)(z - m)` is over-confident; `z - s \ln w` has forgotten that
 * negatives were thinned out; bent is too flat below m and too steep above it, both by `1 + 1.5 s`.
 */
export function reportedLogit(
  trueLogit: number,
  usual: number,
  distortion: Distortion,
  strength: number,
): number {
  const distance = trueLogit - usual;
  if (distortion === "sampled") return trueLogit - strength * Math.log(UNCORRECTED_KEEP_RATE);
  if (distortion === "over-confident") return usual + (1 + strength) * distance;
  return usual + (distance < 0 ? distance / (1 + 1.5 * strength) : distance * (1 + 1.5 * strength));
}

/** Draws rows: true logit, label, report. */
export function drawScores(
  { rows, baseRate, distortion, strength }: ScoreOptions,
  random: Random,
): ScoredRows {
  const usual = logit(baseRate);
  const labels = new Uint8Array(rows);
  const truth = new Float64Array(rows);
  const logits = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const trueLogit = usual + LOGIT_SPREAD * random.normal();
    const chance = sigmoid(trueLogit);
    truth[row] = chance;
    labels[row] = random.next() < chance ? 1 : 0;
    logits[row] = reportedLogit(trueLogit, usual, distortion, strength);
  }
  return { labels, truth, logits };
}
