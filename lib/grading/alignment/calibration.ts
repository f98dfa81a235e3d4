/**
 * From features to a probability that a human marker would give the credit. Logistic regression; the coefficients
 * are fitted on labelled sentences (see README.md of lib/grading for the data, the procedure and the error).
 */
import { sigmoid } from "@/lib/evaluation/logit";
import { FEATURES, type Feature, type Features } from "@/lib/grading/alignment/features";

export type Coefficients = { intercept: number } & Readonly<Partial<Record<Feature, number>>>;

/** For rubric points: several references, and other points of the same case as rivals. */
export const POINT_COEFFICIENTS: Coefficients = {
  intercept: -2.75,
  recall: 0.7,
  secondRecall: 0.7,
  keyShare: 1.15,
  rivalLead: -2.4,
  rivalRecallLead: -3.5,
  precision: 3.8,
  strength: 1.2,
  elsewhere: -1.2,
};

/** For a question with reference answers and no rivals. */
export const REFERENCE_COEFFICIENTS: Coefficients = {
  intercept: -1.36,
  recall: 1.25,
  demotedRecall: 3.38,
};

export function probability(features: Features, coefficients: Coefficients): number {
  let sum = coefficients.intercept;
  for (const feature of FEATURES) sum += (coefficients[feature] ?? 0) * features[feature];
  return sigmoid(sum);
}

/** What a text that repeats a reference earns, whatever its length. */
const REPEATED = 0.97;

/** The credit before the gates: the probability, or what a repeated reference earns. */
export function creditOf(features: Features, coefficients: Coefficients): number {
  const isRepeated = features.recall >= 0.98 && features.contextRecall >= 0.8;
  const chance = probability(features, coefficients);
  return isRepeated ? Math.max(REPEATED, chance) : chance;
}
