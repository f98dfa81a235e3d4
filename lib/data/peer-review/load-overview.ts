/** Peer review as the staff sees it: who has done what, how near reviewers are to known marks and to each other, and flags. */
import "server-only";
import { groupBy } from "@/lib/classroom/group-by";
import { marksBias, marksError, type PeerMarks, peerAgreement } from "@/lib/classroom/peer/peer-score";
import { STAFF } from "@/lib/classroom/roles";
import { type Database, database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { studentLabel } from "@/lib/data/submission/student-label";
import { mean } from "@/lib/evaluation/classification";
import type { Viewer } from "@/lib/viewer";
import { calibrationAnswer } from "./calibration-answer";
import { peerAssignment } from "./peer-assignment";

export type ReviewerRow = {
  label: string;
  given: number;
  assigned: number;
  /** Distance from the known marks of the calibration answer, 0 to 1; null until it is done. */
  calibrationError: number | null;
  /** Mean difference from what graders decided at the same points, -1 to 1; null until something can be compared. */
  bias: number | null;
};
export type FlaggedReview = {
  id: string;
  reviewer: string;
  author: string;
  reason: string;
  comment: string;
  outcome: string | null;
};
export type PeerOverview = {
  title: string;
  closesAtMs: number;
  dueAtMs: number;
  reviewsPerStudent: number;
  weightPercent: number;
  isArchived: boolean;
  canOpen: boolean;
  reviews: number;
  submitted: number;
  /** Krippendorff's alpha over fellows' reviews; null while nothing can be compared. */
  alpha: number | null;
  /** Mean distance from the known marks over all calibrations that are done; null for none. */
  calibrationError: number | null;
  reviewers: ReviewerRow[];
  flags: FlaggedReview[];
};

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

async function readRows(db: Database, assignmentId: string) {
  const [reviews, works, decided] = await Promise.all([
    db.peerReview.findMany({ where: { assignmentId }, orderBy: { id: "asc" } }),
    db.submission.findMany({
      where: { assignmentId, isKept: true, submittedAt: { not: null } },
      select: {
        ...{ id: true, studentId: true, alias: true },
        student: { select: { name: true } },
        interview: { select: { caseSlug: true } },
      },
      orderBy: { alias: "asc" },
    }),
    db.submissionPoint.findMany({
      where: { assignmentId, credit: { not: null } },
      select: { submissionId: true, pointId: true, credit: true },
    }),
  ]);
  return { reviews, works, decided };
}
type Rows = Awaited<ReturnType<typeof readRows>>;
type ReviewRow = Rows["reviews"][number];

function decidedMarks({ decided }: Rows): Map<string, PeerMarks> {
  const bySubmission = groupBy(decided, (point) => point.submissionId);
  return new Map(
    [...bySubmission].map(([id, points]) => [
      id,
      Object.fromEntries(points.map(({ pointId, credit }) => [pointId, credit ?? 0])),
    ]),
  );
}

/** Null when the review is no calibration, or is not done. */
function calibrationErrorOf(review: ReviewRow, caseSlug: string): number | null {
  if (review.submissionId !== null || !review.submittedAt) return null;
  const known = calibrationAnswer(caseSlug)?.known;
  return known ? numberOrNull(marksError(review.marks as PeerMarks, known)) : null;
}

function reviewerRows(rows: Rows, labelOf: (studentId: string) => string): ReviewerRow[] {
  const decided = decidedMarks(rows);
  return rows.works.flatMap(({ studentId, interview }) => {
    const own = rows.reviews.filter(({ reviewerId }) => reviewerId === studentId);
    if (own.length === 0) return [];
    const given = own.filter(({ submittedAt }) => submittedAt !== null);
    const biases = given
      .map((review) => marksBias(review.marks as PeerMarks, decided.get(review.submissionId ?? "") ?? {}))
      .filter((bias) => !Number.isNaN(bias));
    const errors = own.flatMap((review) => calibrationErrorOf(review, interview.caseSlug) ?? []);
    return [
      {
        ...{ label: labelOf(studentId), given: given.length, assigned: own.length },
        calibrationError: errors[0] ?? null,
        bias: numberOrNull(mean(biases)),
      },
    ];
  });
}

function flaggedRows(rows: Rows, labelOf: (studentId: string) => string): FlaggedReview[] {
  const authorOf = new Map(rows.works.map(({ id, studentId }) => [id, studentId]));
  return rows.reviews
    .filter(({ flaggedAt }) => flaggedAt !== null)
    .map(({ id, reviewerId, submissionId, flagReason, comment, flagOutcome }) => ({
      ...{ id, reason: flagReason, comment, outcome: flagOutcome },
      reviewer: labelOf(reviewerId),
      author: labelOf(authorOf.get(submissionId ?? "") ?? ""),
    }));
}

/** @throws AppError not-found where there is no peer review, forbidden for students */
export async function loadPeerOverview(viewer: Viewer, ids: AssignmentIds, now: Date): Promise<PeerOverview> {
  const db = await database();
  const assignment = await peerAssignment(db, viewer, ids, STAFF);
  const rows = await readRows(db, assignment.id);
  const labels = new Map(rows.works.map((work) => [work.studentId, studentLabel(assignment, work).label]));
  const labelOf = (studentId: string) => labels.get(studentId) ?? "A student";
  const fellows = rows.reviews.filter(({ submissionId }) => submissionId !== null);
  const done = fellows.filter(({ submittedAt }) => submittedAt !== null);
  const works = [...groupBy(done, ({ submissionId }) => submissionId).values()];
  const reviewers = reviewerRows(rows, labelOf);
  const errors = reviewers.flatMap(({ calibrationError }) => calibrationError ?? []);
  const { settings, closesAtMs, title, member } = assignment;
  const isTime = now.getTime() >= closesAtMs && now.getTime() < settings.dueAtMs;
  return {
    ...{ title, closesAtMs, dueAtMs: settings.dueAtMs, reviewers, flags: flaggedRows(rows, labelOf) },
    ...{ reviewsPerStudent: settings.reviewsPerStudent, weightPercent: settings.weightPercent },
    isArchived: member.isArchived,
    canOpen: isTime && rows.reviews.length === 0 && !member.isArchived,
    reviews: fellows.length,
    submitted: done.length,
    alpha: numberOrNull(peerAgreement(works.map((of) => of.map(({ marks }) => marks as PeerMarks)))),
    calibrationError: numberOrNull(mean(errors)),
  };
}
