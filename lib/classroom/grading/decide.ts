/**
 * The rule by which a grader's decision on a point is taken or refused. Each decision names the revision of the point
 * that its maker saw; when somebody else has decided since, it is refused and both are shown, so that no grader ever
 * overwrites another without knowing. Two who decide the same do not disagree: nothing is changed and nothing refused.
 */
import { suggestedCredit } from "@/lib/classroom/score";

/** How a credit came about: as suggested, otherwise, or over a group of answers at once. */
export const DECIDED_BY = ["accepted", "changed", "group"] as const;
export type DecidedBy = (typeof DECIDED_BY)[number];

/** What is stored of a point's decision; `credit` is 0 to 1, null while nobody has decided. */
export type StoredDecision = {
  credit: number | null;
  decidedBy: DecidedBy | null;
  graderId: string | null;
  revision: number;
};
export type Suggestion = { machineCredit: number; adjustedCredit: number | null };

/** `credit` null takes a decision back. */
export type Decision = { credit: number | null; revision: number };

export const OUTCOMES = ["changed", "same", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A credit that came as JSON and one that was stored are equal when nobody could see them differ. */
export const CREDIT_TOLERANCE = 1e-6;
export function isSameCredit(first: number | null, second: number | null): boolean {
  if (first === null || second === null) return first === second;
  return Math.abs(first - second) < CREDIT_TOLERANCE;
}

/** `group`: decided over a group of answers at once; otherwise whether the suggestion was accepted follows from the credit. */
export function decide(
  stored: StoredDecision,
  suggestion: Suggestion,
  decision: Decision,
  graderId: string,
  isGroup = false,
): { outcome: Outcome; next: StoredDecision } {
  if (isSameCredit(stored.credit, decision.credit)) return { outcome: "same", next: stored };
  if (stored.revision !== decision.revision) return { outcome: "refused", next: stored };
  const { credit } = decision;
  const revision = stored.revision + 1;
  if (credit === null)
    return { outcome: "changed", next: { credit, decidedBy: null, graderId: null, revision } };
  const isAccepted = isSameCredit(credit, suggestedCredit(suggestion));
  const decidedBy = isGroup ? "group" : isAccepted ? "accepted" : "changed";
  return { outcome: "changed", next: { credit, decidedBy, graderId, revision } };
}
