/**
 * From features to the probability that a human marker would give the credit. Logistic regression; `npm run fit-grader`
 * fits it on the project's own labelled answers and writes coefficients.json with the error that was measured.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import file from "@/lib/grading/alignment/coefficients.json" with { type: "json" };
import { FEATURES, type Feature, type Features } from "@/lib/grading/alignment/features";

export type Coefficients = { intercept: number } & Readonly<Partial<Record<Feature, number>>>;

/** Number of the fit; a report names it, so that grades of two fits are not compared unawares. */
export const COEFFICIENTS_VERSION: number = file.version;

/** For rubric points: several references, and other points of the same case as rivals. */
export const POINT_COEFFICIENTS: Coefficients = file.point;

/** For a question with reference answers and no rivals. */
export const REFERENCE_COEFFICIENTS: Coefficients = file.reference;

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
