/** What the other points of the same text came to, as measures beside the features of a point's own words. */
export const COMPANY_FEATURES = [
  "othersCredit",
  "othersExplained",
  "othersMisconceived",
  "othersMentioned",
] as const;
export type CompanyFeature = (typeof COMPANY_FEATURES)[number];

/**
 * Shares of the other points, each 0 to 1: their mean credit, and how many are explained, held as a misconception, or
 * named without an explanation. lib/grading/rubric/company counts them.
 */
export type Company = Record<CompanyFeature, number>;
