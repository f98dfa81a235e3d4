/**
 * A grader's decisions on points of one submission. Each is made upon a revision and taken or refused by itself
 * (lib/classroom/grading/decide); the answer says what is stored now, so that a refused grader sees whose it is.
 */
import "server-only";
import * as z from "zod";
import {
  type DecidedBy,
  type Decision,
  decide,
  type Outcome,
  type StoredDecision,
} from "@/lib/classroom/grading/decide";
import type { ShownDecision } from "@/lib/classroom/grading/point-state";
import { STAFF } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import { closed, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import {
  type GradedAssignment,
  gradedSubmission,
  lockedAssignment,
  type SubmissionIds,
} from "./graded-assignment";
import { DECISION_COLUMNS, shownDecision } from "./shown-decision";
import { afterDeciding } from "./update-released-grade";

export const pointDecisionSchema = z.strictObject({
  pointId: z.string().max(120),
  credit: z.number().min(0).max(1).nullable(),
  revision: z.number().int().min(0),
});
export type PointDecision = Decision & { pointId: string };
export type DecidedPoint = { pointId: string; outcome: Outcome; stored: ShownDecision };

type Work = { id: string; studentId: string };
export type WorkDecision = PointDecision & { work: Work };

/** Locked in one order, so that two graders of the same points wait instead of blocking each other. */
async function lockedPoints(tx: Transaction, decisions: readonly WorkDecision[]) {
  const submissionIds = [...new Set(decisions.map(({ work }) => work.id))];
  const pointIds = [...new Set(decisions.map(({ pointId }) => pointId))];
  await tx.$queryRaw`
    SELECT 1 FROM "SubmissionPoint"
    WHERE "submissionId" = ANY(${submissionIds}::uuid[]) AND "pointId" = ANY(${pointIds})
    ORDER BY "submissionId", "pointId" FOR UPDATE`;
  const rows = await tx.submissionPoint.findMany({
    where: { submissionId: { in: submissionIds }, pointId: { in: pointIds } },
    select: { submissionId: true, ...DECISION_COLUMNS, machineCredit: true, adjustedCredit: true },
  });
  return new Map(rows.map((row) => [keyOf(row.submissionId, row.pointId), row]));
}
const keyOf = (submissionId: string, pointId: string): string => `${submissionId} ${pointId}`;

type Stored = Awaited<ReturnType<typeof lockedPoints>> extends Map<string, infer Row> ? Row : never;
type Taken = WorkDecision & { before: Stored; next: StoredDecision };

async function write(tx: Transaction, taken: readonly Taken[], now: Date): Promise<void> {
  const rows = JSON.stringify(
    taken.map(({ work, pointId, next }) => ({ submission: work.id, point: pointId, ...next })),
  );
  await tx.$executeRaw`
    UPDATE "SubmissionPoint" p SET credit = n.credit, "decidedBy" = n."decidedBy", "gradedById" = n."graderId",
      revision = n.revision, "gradedAt" = CASE WHEN n.credit IS NULL THEN NULL ELSE ${now}::timestamptz END
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(submission uuid, point text, credit float8, "decidedBy" text,
      "graderId" text, revision int)
    WHERE p."submissionId" = n.submission AND p."pointId" = n.point`;
}

/**
 * For whoever decides in a transaction of their own: one grader's screen, or a group of answers at once. However many
 * they are, they are read, written and logged together.
 * @returns what became of each, in their order
 */
export async function decideInTransaction(
  tx: Transaction,
  viewer: Viewer,
  assignment: GradedAssignment,
  decisions: readonly WorkDecision[],
  options: { now: Date; isGroup?: boolean },
): Promise<Outcome[]> {
  const { now, isGroup = false } = options;
  const rows = await lockedPoints(tx, decisions);
  const taken: Taken[] = [];
  const outcomes = decisions.map((decision) => {
    const before = rows.get(keyOf(decision.work.id, decision.pointId));
    if (!before) throw notFound("point");
    if (decision.credit === null && assignment.gradesReleasedAt)
      throw closed("The grades are out: change the credit, or withdraw the grades first.");
    const stored = {
      ...before,
      decidedBy: before.decidedBy as DecidedBy | null,
      graderId: before.gradedById,
    };
    const { outcome, next } = decide(stored, before, decision, viewer.userId, isGroup);
    if (outcome === "changed") taken.push({ ...decision, before, next });
    return outcome;
  });
  if (taken.length === 0) return outcomes;
  await write(tx, taken, now);
  const acts = taken.map(({ work, pointId, before, next }) => ({
    ...{ classId: assignment.classId, assignmentId: assignment.id, submissionId: work.id, pointId },
    kind: isGroup ? ("group-graded" as const) : ("point-graded" as const),
    before: { credit: before.credit, decidedBy: before.decidedBy },
    after: { credit: next.credit, decidedBy: next.decidedBy },
  }));
  await appendClassLog(tx, viewer, acts, now);
  const students = [...new Set(taken.map(({ work }) => work.studentId))];
  await afterDeciding(tx, viewer, assignment, students, now);
  return outcomes;
}

/** @throws AppError closed when a decision would be taken back whose grade is out. */
export async function decidePoints(
  viewer: Viewer,
  input: SubmissionIds & { decisions: readonly PointDecision[] },
  now: Date,
): Promise<{ points: DecidedPoint[] }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, input, STAFF, "share");
    const work = await gradedSubmission(tx, assignment.id, input.submissionId);
    const decisions = input.decisions.map((decision) => ({ ...decision, work }));
    const outcomes = await decideInTransaction(tx, viewer, assignment, decisions, { now });
    const outcomeOf = new Map(decisions.map(({ pointId }, i) => [pointId, outcomes[i]]));
    const rows = await tx.submissionPoint.findMany({
      where: { submissionId: work.id, pointId: { in: [...outcomeOf.keys()] } },
      select: DECISION_COLUMNS,
    });
    return {
      points: rows.map((row) => ({
        pointId: row.pointId,
        outcome: outcomeOf.get(row.pointId) ?? "same",
        stored: shownDecision(viewer, row),
      })),
    };
  });
}
