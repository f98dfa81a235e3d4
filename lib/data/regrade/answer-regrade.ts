/**
 * The staff answers a regrade request: the credit changes, by the same rule and with the same log as any decision, and
 * the grade with it; or it stays, and the student is told why. An answered request is answered for good.
 */
import "server-only";
import type { RegradeAnswer } from "@/lib/classroom/feedback/regrade";
import { STAFF } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import { decideInTransaction } from "@/lib/data/grading/decide-points";
import {
  type AssignmentIds,
  type GradedAssignment,
  lockedAssignment,
} from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { conflict, invalidInput, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

async function openRequest(tx: Transaction, assignmentId: string, requestId: string) {
  if (!isUuid(requestId)) throw notFound("request");
  // Two who answer at once wait for each other; the second finds it answered.
  await tx.$queryRaw`
    SELECT 1 FROM "RegradeRequest" r JOIN "Submission" s ON s.id = r."submissionId"
    WHERE r.id = ${requestId}::uuid AND s."assignmentId" = ${assignmentId}::uuid FOR UPDATE OF r`;
  const row = await tx.regradeRequest.findFirst({
    where: { id: requestId, submission: { assignmentId } },
    select: { submissionId: true, pointId: true, studentId: true, status: true },
  });
  if (!row) throw notFound("request");
  if (row.status !== "open") throw conflict("A colleague has answered this request. Read the page again.");
  return row;
}
type OpenRequest = Awaited<ReturnType<typeof openRequest>>;

async function changeCredit(
  tx: Transaction,
  viewer: Viewer,
  assignment: GradedAssignment,
  { submissionId, pointId, studentId }: OpenRequest,
  { credit, revision }: { credit: number; revision: number },
  now: Date,
): Promise<void> {
  const work = { id: submissionId, studentId };
  const decision = { work, pointId, credit, revision };
  const [outcome] = await decideInTransaction(tx, viewer, assignment, [decision], { now });
  if (outcome === "refused")
    throw conflict("A colleague has decided this point since you read it. Read the page again.");
  if (outcome === "same")
    throw invalidInput("This is the credit that stands. Choose another one, or let it stand and say why.");
}

export async function answerRegrade(
  viewer: Viewer,
  { requestId, answer, ...ids }: AssignmentIds & { requestId: string; answer: RegradeAnswer },
  now: Date,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, ids, STAFF, "share");
    const request = await openRequest(tx, assignment.id, requestId);
    if (answer.status === "changed") await changeCredit(tx, viewer, assignment, request, answer, now);
    await tx.regradeRequest.update({
      where: { id: requestId },
      data: { status: answer.status, answer: answer.answer, resolvedAt: now },
      select: { id: true },
    });
    const { submissionId, pointId, studentId } = request;
    const act = {
      classId: assignment.classId,
      assignmentId: assignment.id,
      submissionId,
      pointId,
      studentId,
    };
    await appendClassLog(
      tx,
      viewer,
      [{ ...act, kind: "regrade-answered", before: { status: "open" }, after: { ...answer } }],
      now,
    );
  });
}
