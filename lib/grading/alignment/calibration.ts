/**
 * From features to a probability that a human marker would give the credit. Logistic regression; the coefficients
 * are fitted on labelled sentences (see README.md of lib/grading for the data, the procedure and the error).
 */
import type { Features } from "@/lib/grading/alignment/features";

export type Coefficients = { intercept: number } & Record<keyof Features, number>;

/** For rubric points: several references, and other points of the same case as rivals. */
export const POINT_COEFFICIENTS: Coefficients = {
  intercept: -2.7,
  recall: 0.7,
  demotedRecall: 0,
  secondRecall: 0.7,
  keyShare: 1.15,
  rivalLead: -2.4,
  rivalRecallLead: -2,
  precision: 3.8,
  strength: 1.2,
  elsewhere: -1.2,
};

/** For a question with reference answers and no rivals. */
export const REFERENCE_COEFFICIENTS: Coefficients = {
  intercept: -4.2,
  recall: 4.95,
  demotedRecall: 4.05,
  secondRecall: 0,
  keyShare: 0,
  rivalLead: 0,
  rivalRecallLead: 0,
  precision: 0,
  strength: 0,
  elsewhere: 0,
};

export function probability(features: Features, coefficients: Coefficients): number {
  let sum = coefficients.intercept;
  sum += coefficients.recall * features.recall;
  sum += coefficients.demotedRecall * features.demotedRecall;
  sum += coefficients.secondRecall * features.secondRecall;
  sum += coefficients.keyShare * features.keyShare;
  sum += coefficients.rivalLead * features.rivalLead;
  sum += coefficients.rivalRecallLead * features.rivalRecallLead;
  sum += coefficients.precision * features.precision;
  sum += coefficients.strength * features.strength;
  sum += coefficients.elsewhere * features.elsewhere;
  return 1 / (1 + Math.exp(-sum));
}
