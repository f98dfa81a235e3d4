/**
 * What became of a point in a submission, in the four words of the heat map. Its bounds are the grader's own
 * (lib/grading/rubric/grade-point), so that a suggestion reads the same in a report and in the statistics; a person's
 * credit, where there is one, stands in place of the suggestion.
 */
import { EXPLAINED, NOT_SURE, PARTLY } from "@/lib/grading/rubric/grade-point";

export const OUTCOMES = ["missing", "contradicted", "partly", "made"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Record<Outcome, string> = {
  missing: "Missing",
  contradicted: "Contradicted",
  partly: "Partly",
  made: "Made",
};

export type JudgedPoint = {
  /** 0 to 1: the person's, or while there is none the machine's. */
  credit: number;
  /** The machine named a misconception, or found words that may contradict the point. */
  isContradicted: boolean;
};

/** A contradiction counts as one only below half credit: above it a person has found the point made all the same. */
export function outcomeOf({ credit, isContradicted }: JudgedPoint): Outcome {
  if (isContradicted && credit < PARTLY) return "contradicted";
  if (credit >= EXPLAINED) return "made";
  return credit >= NOT_SURE ? "partly" : "missing";
}
