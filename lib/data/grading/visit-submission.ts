/**
 * "Also grading": a grader's sign of life on a submission. It answers who else is there and since when, and what was
 * decided there since the last sign, so that two screens of one submission show the same.
 */
import "server-only";
import type { ShownDecision } from "@/lib/classroom/grading/point-state";
import { STAFF } from "@/lib/classroom/roles";
import { type Database, database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { gradedAssignment, gradedSubmission, type SubmissionIds } from "./graded-assignment";
import { DECISION_COLUMNS, shownDecision } from "./shown-decision";

/** Screens give a sign about every ten seconds; three missed ones mean that it is closed. */
const ALIVE_MS = 30_000;
/** A decision carries the instant at which it began; it is stored a little later, after a sign may have been answered. */
const OVERLAP_MS = 60_000;
export const aliveSince = (now: Date): Date => new Date(now.getTime() - ALIVE_MS);

export type OtherGrader = { name: string; sinceMs: number };
export type VisitNews = {
  others: OtherGrader[];
  decided: { pointId: string; stored: ShownDecision }[];
  heardAtMs: number;
};

async function otherGraders(
  db: Database,
  viewer: Viewer,
  submissionId: string,
  now: Date,
): Promise<OtherGrader[]> {
  const rows = await db.gradingVisit.findMany({
    where: { submissionId, userId: { not: viewer.userId }, heardAt: { gt: aliveSince(now) } },
    select: { startedAt: true, user: { select: { name: true } } },
    orderBy: { startedAt: "asc" },
  });
  return rows.map(({ startedAt, user }) => ({ name: user.name, sinceMs: startedAt.getTime() }));
}

/** The visit goes on, or begins anew after a silence. */
async function noteVisit(db: Database, viewer: Viewer, ids: SubmissionIds, now: Date): Promise<void> {
  const { submissionId, assignmentId } = ids;
  const key = { submissionId_userId: { submissionId, userId: viewer.userId } };
  const goesOn = await db.gradingVisit.updateMany({
    where: { submissionId, userId: viewer.userId, heardAt: { gt: aliveSince(now) } },
    data: { heardAt: now },
  });
  if (goesOn.count > 0) return;
  await db.gradingVisit.upsert({
    where: key,
    create: { submissionId, assignmentId, userId: viewer.userId, heardAt: now, startedAt: now },
    update: { heardAt: now, startedAt: now },
    select: { userId: true },
  });
  // Silent visits tell nobody anything.
  await db.gradingVisit.deleteMany({ where: { assignmentId, heardAt: { lt: aliveSince(now) } } });
}

/** `isLeaving`: the screen is being closed. `sinceMs`: when it heard last. */
export async function visitSubmission(
  viewer: Viewer,
  input: SubmissionIds & { sinceMs: number; isLeaving: boolean },
  now: Date,
): Promise<VisitNews> {
  const { submissionId, sinceMs, isLeaving } = input;
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, input, STAFF);
  await gradedSubmission(db, assignment.id, submissionId);
  if (isLeaving) {
    await db.gradingVisit.deleteMany({ where: { submissionId, userId: viewer.userId } });
    return { others: [], decided: [], heardAtMs: now.getTime() };
  }
  await noteVisit(db, viewer, input, now);
  const [others, rows] = await Promise.all([
    otherGraders(db, viewer, submissionId, now),
    db.submissionPoint.findMany({
      // A credit that was taken back has no instant, so those are always told; screens know them by their revision.
      where: {
        submissionId,
        revision: { gt: 0 },
        OR: [{ gradedAt: { gte: new Date(sinceMs - OVERLAP_MS) } }, { credit: null }],
      },
      select: DECISION_COLUMNS,
    }),
  ]);
  const decided = rows.map((row) => ({ pointId: row.pointId, stored: shownDecision(viewer, row) }));
  return { others, decided, heardAtMs: now.getTime() };
}
