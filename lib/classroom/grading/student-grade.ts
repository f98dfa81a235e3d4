/**
 * The grade of one student for one assignment (decision 37). A submission gives the percentage of its decided points
 * less lateness; a student who could no longer hand anything in has 0; for everybody else there is no grade yet.
 */
import type { LatePolicy } from "@/lib/classroom/assignment";
import { latePercent } from "@/lib/classroom/late-policy";
import { withPeerShare } from "@/lib/classroom/peer/peer-score";
import { finalPercent, type ScoredPoint, submissionScore } from "@/lib/classroom/score";

/** What fellows gave, 0 to 100, and what part of the grade that is. */
export type FellowsShare = { percent: number; weightPercent: number };
export type GradedWork = {
  id: string;
  lateSeconds: number;
  points: readonly ScoredPoint[];
  /** Left out or null: fellows make no part of it. */
  fellows?: FellowsShare | null;
};
export type Adjustment = { adjustment: number; adjustmentReason: string };
export type StudentGrade = Adjustment & {
  submissionId: string | null;
  rawPercent: number;
  latePercent: number;
  finalPercent: number;
};

export const NO_ADJUSTMENT: Adjustment = { adjustment: 0, adjustmentReason: "" };

function gradeFrom(raw: number, late: number, by: Adjustment, submissionId: string | null): StudentGrade {
  const { adjustment, adjustmentReason } = by;
  return {
    ...{ submissionId, adjustment, adjustmentReason },
    rawPercent: raw,
    latePercent: late,
    finalPercent: finalPercent(raw, late, adjustment),
  };
}

/**
 * @param takesSuggestions what nobody decided counts as the machine suggests it; otherwise such work has no grade yet
 * @returns null while a point that counts is undecided
 */
export function gradeOfWork(
  work: GradedWork,
  policy: LatePolicy,
  by: Adjustment,
  takesSuggestions: boolean,
): StudentGrade | null {
  const { percent, suggestedPercent } = submissionScore(work.points);
  const own = takesSuggestions ? suggestedPercent : percent;
  if (own === null) return null;
  const raw = withPeerShare(own, work.fellows?.percent ?? null, work.fellows?.weightPercent ?? 0);
  return gradeFrom(raw, latePercent(policy, work.lateSeconds, raw), by, work.id);
}

/** Nothing was handed in, and nothing can be any more. */
export const gradeOfMissing = (by: Adjustment): StudentGrade => gradeFrom(0, 0, by, null);

/** Whether two grades say the same, so that releasing twice changes nothing. */
export const isSameGrade = (first: StudentGrade, second: StudentGrade): boolean =>
  first.submissionId === second.submissionId &&
  first.rawPercent === second.rawPercent &&
  first.latePercent === second.latePercent &&
  first.finalPercent === second.finalPercent;
