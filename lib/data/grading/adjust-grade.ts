/**
 * Moves the grade of a submission's student by hand, with a reason: compare-and-set on the grade's revision. Before
 * release it waits in a grade that nobody sees; release and later decisions keep it.
 */
import "server-only";
import * as z from "zod";
import { latePolicySchema } from "@/lib/classroom/assignment";
import { gradeOfWork } from "@/lib/classroom/grading/student-grade";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database } from "@/lib/data/database";
import { conflict, notFound } from "@/lib/errors";
import { storableText } from "@/lib/interview/storable-text";
import type { Viewer } from "@/lib/viewer";
import { gradedSubmission, lockedAssignment, type SubmissionIds } from "./graded-assignment";
import { keptWorks } from "./update-released-grade";

export const adjustmentSchema = z.strictObject({
  /** Percent points, added or taken; 0 takes an adjustment back. */
  adjustment: z.number().min(-100).max(100),
  reason: storableText(500).min(1, "Say why: the student and the log see it."),
  /** Of the grade that was shown; null when there was none. */
  revision: z.number().int().min(0).nullable(),
});
export type AdjustmentInput = z.output<typeof adjustmentSchema>;

/** @throws AppError conflict when somebody else has changed the grade since it was shown. */
export async function adjustGrade(
  viewer: Viewer,
  input: SubmissionIds & AdjustmentInput,
  now: Date,
): Promise<{ finalPercent: number; revision: number }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, input, INSTRUCTORS, "update");
    const { studentId } = await gradedSubmission(tx, assignment.id, input.submissionId);
    const key = { assignmentId: assignment.id, studentId };
    const before = await tx.grade.findUnique({ where: { assignmentId_studentId: key } });
    if ((before?.revision ?? null) !== input.revision)
      throw conflict("Somebody else has changed this grade. Load the page again and look at it first.");
    const [work] = await keptWorks(tx, assignment.id, [studentId]);
    if (!work) throw notFound("submission");
    const by = { adjustment: input.adjustment, adjustmentReason: input.adjustment === 0 ? "" : input.reason };
    // Until it is released the number is only what it would be now.
    const grade = gradeOfWork(work, latePolicySchema.parse(assignment.latePolicy), by, true);
    if (!grade) throw new Error("A grade that takes suggestions always exists.");
    const { revision } = await tx.grade.upsert({
      where: { assignmentId_studentId: key },
      create: { ...key, ...grade },
      update: { ...grade, revision: { increment: 1 } },
      select: { revision: true },
    });
    await appendClassLog(
      tx,
      viewer,
      [
        {
          ...{ classId: assignment.classId, assignmentId: assignment.id, submissionId: work.id },
          kind: "grade-adjusted",
          before: { adjustment: before?.adjustment ?? 0, finalPercent: before?.finalPercent ?? null },
          after: { adjustment: grade.adjustment, finalPercent: grade.finalPercent, reason: input.reason },
        },
      ],
      now,
    );
    return { finalPercent: grade.finalPercent, revision };
  });
}
