/** One answer to review, without a name: a fellow's, as it was submitted, or the calibration answer. */
import "server-only";
import { marksError, type PeerMarks } from "@/lib/classroom/peer/peer-score";
import { STUDENTS } from "@/lib/classroom/roles";
import { type Database, database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { closed, notFound } from "@/lib/errors";
import { type Report, reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { calibrationAnswer } from "./calibration-answer";
import { ownCase } from "./own-reviews";
import { type PeerAssignment, peerAssignment } from "./peer-assignment";
import { type PreparedPoint, sheetOf } from "./sheet";

export type ReviewIds = AssignmentIds & { reviewId: string };
type Work = { answers: Report["answers"]; board: string; sheet: PreparedPoint[]; known: PeerMarks | null };
export type LoadedReview = Omit<Work, "known"> & {
  ids: ReviewIds;
  title: string;
  isCalibration: boolean;
  marks: PeerMarks;
  comment: string;
  revision: number;
  submittedAtMs: number | null;
  dueAtMs: number;
  isOver: boolean;
  /** The known marks of the calibration answer and how far the viewer's were; null before theirs are given. */
  known: { marks: PeerMarks; error: number } | null;
};

export type OwnedReview = {
  id: string;
  submissionId: string | null;
  marks: unknown;
  comment: string;
  revision: number;
  submittedAt: Date | null;
};

/**
 * The viewer's own review of that assignment.
 * @throws AppError not-found for a review of somebody else's; closed for a fellow's answer before the calibration is done
 */
export async function ownedReview(
  db: Database,
  viewer: Viewer,
  assignmentId: string,
  reviewId: string,
): Promise<OwnedReview> {
  if (!isUuid(reviewId)) throw notFound("review");
  const mine = { assignmentId, reviewerId: viewer.userId };
  const row = await db.peerReview.findFirst({ where: { id: reviewId, ...mine } });
  if (!row) throw notFound("review");
  const isFirst = row.submissionId === null;
  const owed = { ...mine, submissionId: null, submittedAt: null };
  if (!isFirst && (await db.peerReview.count({ where: owed })) > 0)
    throw closed(
      "First review the calibration answer: its marks are known, and you will see how near yours are.",
    );
  return row;
}

/** What is to be read and marked. */
export async function workOf(
  db: Database,
  viewer: Viewer,
  assignment: PeerAssignment,
  review: OwnedReview,
): Promise<Work> {
  if (review.submissionId === null) {
    const caseSlug = await ownCase(db, viewer, assignment.id);
    const answer = caseSlug ? calibrationAnswer(caseSlug) : null;
    if (!answer) throw closed("The calibration answer is no longer part of this Shortlist.");
    return {
      answers: { whole: answer.text },
      board: "",
      sheet: sheetOf(answer.points, assignment),
      known: answer.known,
    };
  }
  const row = await db.submission.findFirst({
    where: { id: review.submissionId, assignmentId: assignment.id },
    select: { interview: { select: { report: { select: { content: true } } } } },
  });
  const content = row?.interview.report?.content;
  if (!content) throw notFound("submission");
  const { answers, board, points } = reportSchema.parse(content);
  return { answers, board, sheet: sheetOf(points, assignment), known: null };
}

export async function loadReview(viewer: Viewer, ids: ReviewIds, now: Date): Promise<LoadedReview> {
  const db = await database();
  const assignment = await peerAssignment(db, viewer, ids, STUDENTS);
  const review = await ownedReview(db, viewer, assignment.id, ids.reviewId);
  const { known, ...work } = await workOf(db, viewer, assignment, review);
  const marks = review.marks as PeerMarks;
  return {
    ...work,
    ids: { classId: assignment.classId, assignmentId: assignment.id, reviewId: review.id },
    title: assignment.title,
    isCalibration: review.submissionId === null,
    ...{ marks, comment: review.comment, revision: review.revision },
    submittedAtMs: review.submittedAt?.getTime() ?? null,
    dueAtMs: assignment.settings.dueAtMs,
    isOver: now.getTime() >= assignment.settings.dueAtMs,
    known: known && review.submittedAt ? { marks: known, error: marksError(marks, known) } : null,
  };
}
