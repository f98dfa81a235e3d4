/** A student objects to a review of their work, and the staff says whether it counts. An upheld flag takes it out. */
import "server-only";
import { STAFF, STUDENTS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { closed, conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import type { ReviewIds } from "./load-review";
import { peerAssignment } from "./peer-assignment";

export async function flagReview(
  viewer: Viewer,
  input: ReviewIds & { reason: string },
  now: Date,
): Promise<void> {
  if (!isUuid(input.reviewId)) throw notFound("review");
  const db = await database();
  await db.$transaction(async (tx) => {
    const { id: assignmentId, classId, settings } = await peerAssignment(tx, viewer, input, STUDENTS, true);
    if (now.getTime() < settings.dueAtMs) throw closed("Reviews are shown when they are due.");
    const received = { id: input.reviewId, assignmentId, submission: { studentId: viewer.userId } };
    const row = await tx.peerReview.findFirst({ where: { ...received, submittedAt: { not: null } } });
    if (!row) throw notFound("review");
    const { count } = await tx.peerReview.updateMany({
      where: { ...received, flaggedAt: null },
      data: { flaggedAt: now, flagReason: input.reason },
    });
    if (count === 0) throw conflict("You have flagged this review already.");
    const act = { classId, assignmentId, kind: "peer-review-flagged" as const };
    const of = row.submissionId === null ? {} : { submissionId: row.submissionId };
    await appendClassLog(tx, viewer, [{ ...act, ...of, after: { reviewId: row.id } }], now);
  });
}

export async function judgeFlag(
  viewer: Viewer,
  input: ReviewIds & { outcome: "upheld" | "dismissed" },
  now: Date,
): Promise<void> {
  if (!isUuid(input.reviewId)) throw notFound("review");
  const db = await database();
  await db.$transaction(async (tx) => {
    const { id: assignmentId, classId } = await peerAssignment(tx, viewer, input, STAFF, true);
    const row = await tx.peerReview.findFirst({
      where: { id: input.reviewId, assignmentId, flaggedAt: { not: null } },
      select: { id: true, submissionId: true, flagOutcome: true },
    });
    if (!row) throw notFound("review");
    await tx.peerReview.update({
      where: { id: row.id },
      data: { flagOutcome: input.outcome },
      select: { id: true },
    });
    const act = { classId, assignmentId, kind: "peer-review-judged" as const };
    const of = row.submissionId === null ? {} : { submissionId: row.submissionId };
    const [before, after] = [{ flagOutcome: row.flagOutcome }, { flagOutcome: input.outcome }];
    await appendClassLog(tx, viewer, [{ ...act, ...of, before, after }], now);
  });
}
