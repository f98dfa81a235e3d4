/**
 * What peer review is to one student: the answers to review, the calibration answer first, and, after the date until
 * which reviews are due, what fellows gave them. Nobody learns whose answer they review or who reviewed theirs.
 */
import "server-only";
import {
  marksBias,
  marksError,
  type PeerMarks,
  peerPercent,
  percentOfMarks,
} from "@/lib/classroom/peer/peer-score";
import { STUDENTS } from "@/lib/classroom/roles";
import { type Database, database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { calibrationAnswer } from "./calibration-answer";
import { type PeerAssignment, peerAssignment } from "./peer-assignment";
import { type PreparedPoint, sheetOf } from "./sheet";

export type OwnReview = {
  id: string;
  isCalibration: boolean;
  submittedAtMs: number | null;
  /** How far from the known marks, and which way; null but for a calibration that is done. */
  calibration: { error: number; bias: number } | null;
};
export type ReceivedReview = {
  id: string;
  marks: PeerMarks;
  comment: string;
  percent: number;
  isFlagged: boolean;
  flagOutcome: string | null;
};
export type OwnPeerReviews = {
  title: string;
  dueAtMs: number;
  isOver: boolean;
  weightPercent: number;
  reviews: OwnReview[];
  /** Empty until the reviews are due. */
  received: ReceivedReview[];
  sheet: PreparedPoint[];
  /** The median of the reviews received; null for none, and until they are due. */
  percent: number | null;
};

async function reviewsToGive(db: Database, viewer: Viewer, assignment: PeerAssignment): Promise<OwnReview[]> {
  const rows = await db.peerReview.findMany({
    where: { assignmentId: assignment.id, reviewerId: viewer.userId },
    select: { id: true, submissionId: true, submittedAt: true, marks: true },
    orderBy: { id: "asc" },
  });
  const caseSlug = await ownCase(db, viewer, assignment.id);
  const known = caseSlug ? calibrationAnswer(caseSlug)?.known : undefined;
  return rows
    .map(({ id, submissionId, submittedAt, marks }) => ({
      id,
      isCalibration: submissionId === null,
      submittedAtMs: submittedAt?.getTime() ?? null,
      calibration:
        submissionId === null && submittedAt && known
          ? { error: marksError(marks as PeerMarks, known), bias: marksBias(marks as PeerMarks, known) }
          : null,
    }))
    .toSorted((first, second) => Number(second.isCalibration) - Number(first.isCalibration));
}

/** The case that the viewer took themself: fellows of theirs took the same. */
export async function ownCase(db: Database, viewer: Viewer, assignmentId: string): Promise<string | null> {
  const own = await db.submission.findFirst({
    where: { assignmentId, studentId: viewer.userId, isKept: true },
    select: { interview: { select: { caseSlug: true } } },
  });
  return own?.interview.caseSlug ?? null;
}

async function reviewsReceived(db: Database, viewer: Viewer, assignment: PeerAssignment) {
  const own = await db.submission.findFirst({
    where: { assignmentId: assignment.id, studentId: viewer.userId, peerReviews: { some: {} } },
    select: {
      interview: { select: { report: { select: { content: true } } } },
      peerReviews: { where: { submittedAt: { not: null } }, orderBy: { id: "asc" } },
    },
  });
  const content = own?.interview.report?.content;
  const sheet = content ? sheetOf(reportSchema.parse(content).points, assignment) : [];
  const received = (own?.peerReviews ?? []).map(({ id, marks, comment, flaggedAt, flagOutcome }) => ({
    ...{ id, marks: marks as PeerMarks, comment, flagOutcome },
    percent: percentOfMarks(marks as PeerMarks, sheet),
    isFlagged: flaggedAt !== null,
  }));
  return { sheet, received };
}

/** @throws AppError not-found where there is no peer review, forbidden for the staff */
export async function loadOwnPeerReviews(
  viewer: Viewer,
  ids: AssignmentIds,
  now: Date,
): Promise<OwnPeerReviews> {
  const db = await database();
  const assignment = await peerAssignment(db, viewer, ids, STUDENTS);
  const { dueAtMs, weightPercent } = assignment.settings;
  const isOver = now.getTime() >= dueAtMs;
  const reviews = await reviewsToGive(db, viewer, assignment);
  const { sheet, received } = isOver
    ? await reviewsReceived(db, viewer, assignment)
    : { sheet: [], received: [] };
  const counted = received.filter(({ flagOutcome }) => flagOutcome !== "upheld");
  const percent = peerPercent(
    counted.map(({ marks }) => marks),
    sheet,
  );
  return { title: assignment.title, dueAtMs, isOver, weightPercent, reviews, received, sheet, percent };
}
