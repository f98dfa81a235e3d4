/**
 * Gives the reviews out: after nothing more is accepted, once, among those who submitted and took the same case. Who
 * reviews whom is drawn with the assignment's id, so that nobody chooses.
 */
import "server-only";
import { groupBy } from "@/lib/classroom/group-by";
import { allocateReviews } from "@/lib/classroom/peer/allocate";
import { STAFF } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { type AssignmentIds, lockAssignment } from "@/lib/data/grading/graded-assignment";
import { closed, conflict } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import type { Viewer } from "@/lib/viewer";
import { calibrationAnswer } from "./calibration-answer";
import { peerAssignment } from "./peer-assignment";

type Author = { submissionId: string; studentId: string };

/** Who submitted and still is in the class, by case. */
async function authorsByCase(
  tx: Transaction,
  classId: string,
  assignmentId: string,
): Promise<Map<string, Author[]>> {
  const rows = await tx.submission.findMany({
    where: {
      ...{ assignmentId, isKept: true, submittedAt: { not: null } },
      student: { memberships: { some: { classId, role: "student", removedAt: null } } },
    },
    select: { id: true, studentId: true, interview: { select: { caseSlug: true } } },
    orderBy: { id: "asc" },
  });
  return groupBy(
    rows.map(({ id, studentId, interview }) => ({ submissionId: id, studentId, ...interview })),
    ({ caseSlug }) => caseSlug,
  );
}

export async function openReviews(
  viewer: Viewer,
  input: AssignmentIds,
  now: Date,
): Promise<{ reviewers: number; reviews: number }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    // Who has no part in it is refused before anything is locked.
    await requireMember(tx, viewer, input.classId, STAFF, true);
    await lockAssignment(tx, input, "update");
    const assignment = await peerAssignment(tx, viewer, input, STAFF, true);
    const { id: assignmentId, classId, settings } = assignment;
    if (now.getTime() < assignment.closesAtMs)
      throw closed("Reviews are given out after the last moment at which something is accepted.");
    if (now.getTime() >= settings.dueAtMs)
      throw closed("The date until which reviews are due has passed. Move it in the assignment first.");
    if ((await tx.peerReview.count({ where: { assignmentId } })) > 0)
      throw conflict("The reviews have been given out already.");
    const byCase = await authorsByCase(tx, classId, assignmentId);
    const given = [...byCase].flatMap(([caseSlug, authors]) => {
      const random = createRandom(`${assignmentId}/${caseSlug}`);
      const pairs = allocateReviews(authors, settings.reviewsPerStudent, random);
      const fellows = pairs.map(({ reviewer, author }) => ({
        reviewerId: reviewer.studentId,
        submissionId: author.submissionId,
      }));
      const first = pairs.length > 0 && calibrationAnswer(caseSlug) ? authors : [];
      return [...first.map(({ studentId }) => ({ reviewerId: studentId, submissionId: null })), ...fellows];
    });
    const reviews = given.filter(({ submissionId }) => submissionId !== null).length;
    if (reviews === 0)
      throw closed("There are not two submissions to one case, so nobody can review a fellow.");
    await tx.peerReview.createMany({
      data: given.map((review) => ({ ...review, assignmentId, marks: {}, assignedAt: now })),
    });
    const reviewers = new Set(given.map(({ reviewerId }) => reviewerId)).size;
    const act = { classId, assignmentId, kind: "peer-reviews-given" as const };
    await appendClassLog(tx, viewer, [{ ...act, after: { reviewers, reviews } }], now);
    return { reviewers, reviews };
  });
}
