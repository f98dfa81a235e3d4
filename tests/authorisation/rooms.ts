/** Two classes of the same kind, each with one student's work in every state that an endpoint asks for. */
import { randomUUID } from "node:crypto";
import { outcomeOf } from "@/lib/classroom/evidence/outcome";
import { database } from "@/lib/data/database";
import { deleteComment } from "@/lib/data/grade-comment/delete-comment";
import { releaseGrades } from "@/lib/data/grading/release-grades";
import { openReviews } from "@/lib/data/peer-review/open-reviews";
import type { Viewer } from "@/lib/viewer";
import { addMember, CLASS_START, makeAssignment, makeSubmission } from "../support/class-fixture";
import { createViewer } from "../support/people";

const DAY_MS = 86_400_000;
const TEXTS = { data: "We split by time: train on the days before and test on the days after." };
const WORLD_OF_CASE = "video";

/** A student who is in the class beside the one whose things these are. */
async function makeFellow(classId: string, name: string): Promise<Viewer> {
  const fellow = await createViewer({ name });
  await addMember(classId, fellow, "student");
  return fellow;
}

/** Open: submitted once, undecided, another attempt allowed. */
async function makeOpen(classId: string, grader: Viewer, student: Viewer, now: Date) {
  const assignmentId = await makeAssignment(classId, {
    ...{ title: "Open", attempts: 3, releaseAtMs: now.getTime() - 30 * DAY_MS },
    ...{ dueAtMs: now.getTime() + 30 * DAY_MS, lateDueAtMs: null, evidenceWorld: WORLD_OF_CASE },
  });
  const start = new Date(now.getTime() - DAY_MS);
  const { submissionId, interviewId } = await makeSubmission(assignmentId, student, { texts: TEXTS, start });
  const db = await database();
  const [point] = await db.submissionPoint.findMany({ where: { submissionId }, take: 1 });
  const comment = await db.gradeComment.create({
    data: { submissionId, authorId: grader.userId, body: "Say why." },
  });
  const gone = await db.gradeComment.create({
    data: { submissionId, authorId: grader.userId, body: "Why?" },
  });
  const key = { classId, assignmentId, submissionId };
  await deleteComment(grader, key, { commentId: gone.id, revision: 0 }, now);
  const { id: evidenceId } = await db.labEvidence.create({
    data: { submissionId, world: WORLD_OF_CASE, path: "/lab/video", outcome: outcomeOf([1], []) },
  });
  return {
    assignmentId,
    submissionId,
    interviewId,
    evidenceId,
    commentId: comment.id,
    deletedId: gone.id,
    pointId: point?.pointId ?? "",
  };
}

/** Released, with a question about a point. */
async function makeReleased(classId: string, instructor: Viewer, student: Viewer, now: Date) {
  const assignmentId = await makeAssignment(classId, { title: "Released" });
  const { submissionId } = await makeSubmission(assignmentId, student, { texts: TEXTS });
  await releaseGrades(instructor, { classId, assignmentId, takesSuggestions: true }, now);
  const db = await database();
  const [asked, other] = await db.submissionPoint.findMany({
    where: { submissionId, isExpected: true },
    take: 2,
  });
  const request = await db.regradeRequest.create({
    data: { submissionId, pointId: asked?.pointId ?? "", studentId: student.userId, reason: "It is there." },
  });
  return { assignmentId, submissionId, requestId: request.id, pointId: other?.pointId ?? "" };
}

/** Closed, with reviews that are given out, and one where they are not yet. */
async function makePeer(classId: string, instructor: Viewer, authors: readonly Viewer[], now: Date) {
  const peerReview = { reviewsPerStudent: 1, dueAtMs: now.getTime() + 30 * DAY_MS, weightPercent: 0 };
  const make = async (title: string) => {
    const assignmentId = await makeAssignment(classId, { title, peerReview });
    for (const author of authors) await makeSubmission(assignmentId, author, { texts: TEXTS });
    return assignmentId;
  };
  const [givenId, waitingId] = [await make("Peer"), await make("Peer, waiting")];
  await openReviews(instructor, { classId, assignmentId: givenId }, now);
  const db = await database();
  const [author] = authors;
  const owned = await db.peerReview.findFirstOrThrow({
    where: { assignmentId: givenId, reviewerId: author?.userId ?? "", submissionId: null },
  });
  return { givenId, waitingId, reviewId: owned.id };
}

/** Reviews that are over, one of which the student was given and has flagged, and one that they may flag. */
async function makeReviewed(classId: string, student: Viewer, fellow: Viewer) {
  const peerReview = { reviewsPerStudent: 1, dueAtMs: CLASS_START.getTime() + 25 * DAY_MS, weightPercent: 0 };
  const assignmentId = await makeAssignment(classId, { title: "Reviewed", peerReview });
  const { submissionId } = await makeSubmission(assignmentId, student, { texts: TEXTS });
  const db = await database();
  const given = { assignmentId, submissionId, marks: {}, assignedAt: CLASS_START, submittedAt: CLASS_START };
  const received = await db.peerReview.create({ data: { ...given, reviewerId: fellow.userId } });
  const other = await createViewer({ name: "Another Reviewer" });
  const flagged = await db.peerReview.create({
    data: { ...given, reviewerId: other.userId, flaggedAt: CLASS_START, flagReason: "Unkind." },
  });
  return { assignmentId, receivedId: received.id, flaggedId: flagged.id };
}

export async function makeRoom(
  people: { instructor: Viewer; assistant?: Viewer; student: Viewer },
  now: Date,
) {
  const { instructor, assistant, student } = people;
  const db = await database();
  const joinCode = randomUUID()
    .replace(/[^0-9a-f]/g, "")
    .slice(0, 8)
    .toUpperCase();
  const name = `Class of ${instructor.name}`;
  const { id: classId } = await db.class.create({ data: { name, timeZone: "Europe/Berlin", joinCode } });
  await addMember(classId, instructor, "instructor");
  if (assistant) await addMember(classId, assistant, "assistant");
  await addMember(classId, student, "student");
  const fellow = await makeFellow(classId, "Fellow Student");
  const removed = await makeFellow(classId, "Removed Student");
  await db.classMember.update({
    where: { classId_userId: { classId, userId: removed.userId } },
    data: { removedAt: CLASS_START },
  });
  const entry = await db.rosterEntry.create({
    data: { classId, email: `expected-${classId}@example.org`, name: "Expected Person" },
  });
  const bank = await db.bankComment.create({ data: { classId, body: "Name the metric." } });
  const draftId = await makeAssignment(classId, { title: "Draft", status: "draft" });
  return {
    ...{ classId, name, joinCode, draftId },
    ...{ studentId: student.userId, fellowId: fellow.userId, removedId: removed.userId },
    ...{ entryId: entry.id, bankCommentId: bank.id },
    open: await makeOpen(classId, assistant ?? instructor, student, now),
    released: await makeReleased(classId, instructor, student, now),
    peer: await makePeer(classId, instructor, [student, fellow], now),
    reviewed: await makeReviewed(classId, student, fellow),
  };
}

export type Room = Awaited<ReturnType<typeof makeRoom>>;
