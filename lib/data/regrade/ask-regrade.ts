/** A student asks the graders to look at a point of their own released grade again: once a point, in time, with a reason. */
import "server-only";
import { regradeEndsAtMs } from "@/lib/classroom/feedback/regrade";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database } from "@/lib/data/database";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import { releasedSubmission } from "@/lib/data/result/released-submission";
import { closed, conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

/** @throws AppError not-found for what is not the viewer's or not released; closed when it is too late or does not count. */
export async function askRegrade(
  viewer: Viewer,
  { pointId, reason, ...ids }: SubmissionIds & { pointId: string; reason: string },
  now: Date,
): Promise<void> {
  const db = await database();
  const { classId, assignmentId, submissionId } = ids;
  await db.$transaction(async (tx) => {
    const released = await releasedSubmission(tx, viewer, ids, true);
    if (!released) throw notFound("submission");
    if (now.getTime() > regradeEndsAtMs(released.releasedAt.getTime()))
      throw closed("The time to ask about this grade is over.");
    if (released.gradedSubmissionId !== submissionId)
      throw closed("The grade is made of another attempt. Ask about a point of that one.");
    const point = await tx.submissionPoint.findFirst({
      where: { submissionId, pointId, isExpected: true },
      select: { credit: true },
    });
    if (!point) throw notFound("point");
    const { count } = await tx.regradeRequest.createMany({
      data: [{ submissionId, pointId, studentId: viewer.userId, reason, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw conflict("You have asked about this point already.");
    const act = { classId, assignmentId, submissionId, pointId, studentId: viewer.userId };
    const after = { status: "open", credit: point.credit, reason };
    await appendClassLog(tx, viewer, [{ ...act, kind: "regrade-asked", after }], now);
  });
}
