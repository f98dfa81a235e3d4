/**
 * From features to the probability that a human marker would give the credit. Logistic regression; `npm run fit-grader`
 * fits it on the project's own labelled answers and writes coefficients.json with the error that was measured.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import file from "@/lib/grading/alignment/coefficients.json" with { type: "json" };
import {
  COMPANY_FEATURES,
  type Company,
  type CompanyFeature,
} from "@/lib/grading/alignment/company-features";
import { FEATURES, type Feature, type Features } from "@/lib/grading/alignment/features";

type Measure = Feature | CompanyFeature;
export type Coefficients = { intercept: number } & Readonly<Partial<Record<Measure, number>>>;
/** Features, and the company where it is known; what is left out counts as 0. */
export type Measures = Features & Partial<Company>;

/** Number of the fit; a report names it, so that grades of two fits are not compared unawares. */
export const COEFFICIENTS_VERSION: number = file.version;

/** For rubric points: several references, and other points of the same case as rivals. */
export const POINT_COEFFICIENTS: Coefficients = file.point;

/** For rubric points in the company of the other points of their text. */
export const COMPANY_COEFFICIENTS: Coefficients = file.company;

/** For a question with reference answers and no rivals. */
export const REFERENCE_COEFFICIENTS: Coefficients = file.reference;

const MEASURES: readonly Measure[] = [...FEATURES, ...COMPANY_FEATURES];

export function probability(measures: Measures, coefficients: Coefficients): number {
  let sum = coefficients.intercept;
  for (const measure of MEASURES) sum += (coefficients[measure] ?? 0) * (measures[measure] ?? 0);
  return sigmoid(sum);
}

/** What a text that repeats a reference earns, whatever its length. */
const REPEATED = 0.97;

/** The credit before the gates: the probability, or what a repeated reference earns. */
export function creditOf(measures: Measures, coefficients: Coefficients): number {
  const isRepeated = measures.recall >= 0.98 && measures.contextRecall >= 0.8;
  const chance = probability(measures, coefficients);
  return isRepeated ? Math.max(REPEATED, chance) : chance;
}
