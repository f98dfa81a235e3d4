/**
 * A grader's decisions on points of one submission. Each is made upon a revision and taken or refused by itself
 * (lib/classroom/grading/decide); the answer says what is stored now, so that a refused grader sees whose it is.
 */
import "server-only";
import * as z from "zod";
import { type DecidedBy, type Decision, decide, type Outcome } from "@/lib/classroom/grading/decide";
import type { ShownDecision } from "@/lib/classroom/grading/point-state";
import { STAFF } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import { closed, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import {
  type GradedAssignment,
  gradedAssignment,
  gradedSubmission,
  lockAssignment,
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

/** Locked in the order of their ids, so that two graders of the same points wait instead of blocking each other. */
async function lockedPoints(tx: Transaction, submissionId: string, pointIds: readonly string[]) {
  await tx.$queryRaw`
    SELECT 1 FROM "SubmissionPoint"
    WHERE "submissionId" = ${submissionId}::uuid AND "pointId" = ANY(${[...pointIds]})
    ORDER BY "pointId" FOR UPDATE`;
  return tx.submissionPoint.findMany({
    where: { submissionId, pointId: { in: [...pointIds] } },
    select: { ...DECISION_COLUMNS, machineCredit: true, adjustedCredit: true },
  });
}

/** For whoever decides in a transaction of their own: one grader's screen, or a group of answers at once. */
export async function decideInTransaction(
  tx: Transaction,
  viewer: Viewer,
  assignment: GradedAssignment,
  work: Work,
  decisions: readonly PointDecision[],
  options: { now: Date; isGroup?: boolean },
): Promise<Map<string, Outcome>> {
  const { now, isGroup = false } = options;
  const rows = await lockedPoints(
    tx,
    work.id,
    decisions.map(({ pointId }) => pointId),
  );
  const byId = new Map(rows.map((row) => [row.pointId, row]));
  const outcomes = new Map<string, Outcome>();
  for (const decision of decisions) {
    const row = byId.get(decision.pointId);
    if (!row) throw notFound("point");
    if (decision.credit === null && assignment.gradesReleasedAt)
      throw closed("The grades are out: change the credit, or withdraw the grades first.");
    const stored = { ...row, decidedBy: row.decidedBy as DecidedBy | null, graderId: row.gradedById };
    const { outcome, next } = decide(stored, row, decision, viewer.userId, isGroup);
    outcomes.set(decision.pointId, outcome);
    if (outcome !== "changed") continue;
    const { credit, decidedBy, graderId: gradedById, revision } = next;
    await tx.submissionPoint.update({
      where: { submissionId_pointId: { submissionId: work.id, pointId: decision.pointId } },
      data: { credit, decidedBy, gradedById, revision, gradedAt: credit === null ? null : now },
      select: { pointId: true },
    });
    await appendClassLog(
      tx,
      viewer,
      [
        {
          ...{ classId: assignment.classId, assignmentId: assignment.id, submissionId: work.id },
          kind: isGroup ? "group-graded" : "point-graded",
          pointId: decision.pointId,
          before: { credit: row.credit, decidedBy: row.decidedBy },
          after: { credit, decidedBy },
        },
      ],
      now,
    );
  }
  if ([...outcomes.values()].includes("changed"))
    await afterDeciding(tx, viewer, assignment, work.studentId, now);
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
    // The lock comes first: what is read after it cannot be released meanwhile.
    await lockAssignment(tx, input, "share");
    const assignment = await gradedAssignment(tx, viewer, input, STAFF, true);
    const work = await gradedSubmission(tx, assignment.id, input.submissionId);
    const outcomes = await decideInTransaction(tx, viewer, assignment, work, input.decisions, { now });
    const rows = await tx.submissionPoint.findMany({
      where: { submissionId: work.id, pointId: { in: [...outcomes.keys()] } },
      select: DECISION_COLUMNS,
    });
    return {
      points: rows.map((row) => ({
        pointId: row.pointId,
        outcome: outcomes.get(row.pointId) ?? "same",
        stored: shownDecision(viewer, row),
      })),
    };
  });
}
