/**
 * From features to a probability that a human marker would give the credit. Logistic regression; the coefficients
 * are fitted on labelled sentences (see README.md of lib/grading for the data, the procedure and the error).
 */
import type { Features } from "@/lib/grading/alignment/features";

export type Coefficients = { intercept: number } & Record<keyof Features, number>;

/** For rubric points: several references, and other points of the same case as rivals. */
export const POINT_COEFFICIENTS: Coefficients = {
  intercept: -5.6,
  recall: 3.5,
  demotedRecall: 2.5,
  secondRecall: 1,
  keyShare: 4,
  rivalLead: -4,
  precision: 0.5,
};

/** For a question with reference answers and no rivals. */
export const REFERENCE_COEFFICIENTS: Coefficients = {
  intercept: -4.2,
  recall: 4.95,
  demotedRecall: 4.05,
  secondRecall: 0,
  keyShare: 0,
  rivalLead: 0,
  precision: 0,
};

export function probability(features: Features, coefficients: Coefficients): number {
  let sum = coefficients.intercept;
  sum += coefficients.recall * features.recall;
  sum += coefficients.demotedRecall * features.demotedRecall;
  sum += coefficients.secondRecall * features.secondRecall;
  sum += coefficients.keyShare * features.keyShare;
  sum += coefficients.rivalLead * features.rivalLead;
  sum += coefficients.precision * features.precision;
  return 1 / (1 + Math.exp(-sum));
}
