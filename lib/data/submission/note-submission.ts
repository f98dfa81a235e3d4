/**
 * A report of an assigned interview becomes a submission: each point with what the machine suggests, the typed choices,
 * the board, and how late it came. Called in the transaction that stores the report, so that there is never one alone.
 */
import "server-only";
import { lateSecondsOf } from "@/lib/classroom/dates/effective-dates";
import { appendClassLog } from "@/lib/data/class/append-log";
import type { Transaction } from "@/lib/data/database";
import type { Report } from "@/lib/grading/report/schema";
import type { InterviewState } from "@/lib/interview/state";
import { keepAttempts } from "./keep-attempt";

/** What the submission is measured against: the student's own extension wins over the assignment's date. */
async function ownSubmission(tx: Transaction, interviewId: string) {
  const row = await tx.submission.findUnique({
    where: { interviewId },
    select: {
      id: true,
      assignmentId: true,
      studentId: true,
      attempt: true,
      submittedAt: true,
      assignment: { select: { classId: true, dueAt: true, stages: true, extensions: true } },
    },
  });
  if (!row) return null;
  const extension = row.assignment.extensions.find(({ studentId }) => studentId === row.studentId);
  return { ...row, dueAt: extension?.dueAt ?? row.assignment.dueAt };
}
type OwnSubmission = NonNullable<Awaited<ReturnType<typeof ownSubmission>>>;

/** At the deadline it is the server's act. Like all entries about a submission it does not repeat whose it is. */
async function logSubmission(
  tx: Transaction,
  { id: submissionId, assignmentId, studentId, attempt, assignment: { classId } }: OwnSubmission,
  done: { submittedAt: Date; submittedBy: Report["submittedBy"]; lateSeconds: number },
): Promise<void> {
  const actor = done.submittedBy === "candidate" ? { userId: studentId } : null;
  const after = { attempt, lateSeconds: done.lateSeconds };
  const act = { classId, assignmentId, submissionId, after } as const;
  await appendClassLog(tx, actor, [{ ...act, kind: "submission-submitted" }], done.submittedAt);
}

const wordsOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

export async function noteSubmission(
  tx: Transaction,
  interviewId: string,
  report: Report,
  state: Pick<InterviewState, "board" | "decisions">,
): Promise<void> {
  const submission = await ownSubmission(tx, interviewId);
  if (!submission || submission.submittedAt) return;
  const { id: submissionId, assignmentId, assignment } = submission;
  const submittedAt = new Date(report.submittedAtMs);
  const lateSeconds = lateSecondsOf(report.submittedAtMs, submission.dueAt.getTime());
  await tx.submission.update({
    where: { id: submissionId },
    data: {
      submittedAt,
      submittedBy: report.submittedBy,
      lateSeconds,
      board: { nodes: [...state.board.nodes], edges: [...state.board.edges] },
    },
    select: { id: true },
  });
  const counts = (stage: string) => assignment.stages.length === 0 || assignment.stages.includes(stage);
  await tx.submissionPoint.createMany({
    data: report.points.map((point, position) => ({
      submissionId,
      pointId: point.id,
      assignmentId,
      stage: point.stage,
      position,
      weight: point.weight,
      isExpected: point.isExpected && counts(point.stage),
      machineVerdict: point.verdict,
      machineCredit: point.credit,
      misconception: point.misconception?.text ?? null,
    })),
  });
  const chosen = Object.entries(state.decisions).filter(([, { value }]) => value !== null);
  await tx.submissionDecision.createMany({
    data: chosen.map(([field, { value }]) => ({ submissionId, field, value: wordsOf(value) })),
  });
  await keepAttempts(tx, assignmentId, [submission.studentId]);
  await logSubmission(tx, submission, { submittedAt, submittedBy: report.submittedBy, lateSeconds });
}
