/**
 * Everything kept of the viewer in classes. What a class shows a student only with the grades (grades, remarks) is in it
 * once they are released; the number that hides a student from graders, and what the staff notes for itself, are not.
 */
import "server-only";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

const assignment = {
  select: { title: true, class: { select: { name: true } } },
} as const;
const remarks = {
  select: { pointId: true, body: true, createdAt: true },
  orderBy: { createdAt: "asc" },
} as const;
const regrades = {
  select: { pointId: true, reason: true, status: true, answer: true, createdAt: true, resolvedAt: true },
  orderBy: { createdAt: "asc" },
} as const;

async function memberships(userId: string) {
  const rows = await (await database()).classMember.findMany({
    where: { userId },
    select: {
      ...{ role: true, joinedAt: true, removedAt: true, hasLeft: true },
      class: {
        select: {
          name: true,
          timeZone: true,
          roster: {
            where: { memberUserId: userId },
            select: { email: true, name: true, studentNumber: true, section: true, role: true },
          },
        },
      },
    },
    orderBy: { joinedAt: "asc" },
  });
  return rows.map(({ class: { name, timeZone, roster }, ...part }) => ({
    class: name,
    timeZone,
    ...part,
    onRoster: roster[0] ?? null,
  }));
}

async function submissions(userId: string) {
  const db = await database();
  const rows = await db.submission.findMany({
    where: { studentId: userId },
    select: {
      ...{ interviewId: true, attempt: true, startedAt: true, submittedAt: true, submittedBy: true },
      ...{ lateSeconds: true, isKept: true },
      assignment: { select: { ...assignment.select, gradesReleasedAt: true } },
      evidence: { select: { world: true, path: true, outcome: true, createdAt: true } },
      comments: remarks,
      regrades,
    },
    orderBy: { startedAt: "asc" },
  });
  return rows.map(({ assignment: { title, class: of, gradesReleasedAt }, comments, ...rest }) => ({
    ...{ class: of.name, assignment: title },
    ...rest,
    comments: gradesReleasedAt === null ? [] : comments,
  }));
}

const named = <T extends { assignment: { title: string; class: { name: string } } }>({
  assignment,
  ...rest
}: T) => ({
  class: assignment.class.name,
  assignment: assignment.title,
  ...rest,
});

async function grades(userId: string) {
  const rows = await (await database()).grade.findMany({
    where: { studentId: userId, releasedAt: { not: null }, assignment: { gradesReleasedAt: { not: null } } },
    select: {
      ...{
        rawPercent: true,
        latePercent: true,
        adjustment: true,
        adjustmentReason: true,
        finalPercent: true,
      },
      ...{ releasedAt: true, assignment },
    },
    orderBy: { assignmentId: "asc" },
  });
  return rows.map(named);
}

async function extensions(userId: string) {
  const rows = await (await database()).extension.findMany({
    where: { studentId: userId },
    select: {
      ...{ releaseAt: true, dueAt: true, lateDueAt: true, timeMultiplier: true, extraAttempts: true },
      isExcused: true,
      assignment,
    },
    orderBy: { assignmentId: "asc" },
  });
  return rows.map(named);
}

async function peerReviews(userId: string) {
  const rows = await (await database()).peerReview.findMany({
    where: { reviewerId: userId },
    select: { marks: true, comment: true, assignedAt: true, submittedAt: true, assignment },
    orderBy: { assignedAt: "asc" },
  });
  return rows.map(named);
}

/** What they did themselves; whom it was about is those people's. */
async function acts(userId: string) {
  const rows = await (await database()).classLogEntry.findMany({
    where: { actorId: userId },
    select: { at: true, kind: true, class: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ class: of, ...rest }) => ({ class: of.name, ...rest }));
}

export async function exportClasses({ userId }: Viewer) {
  const [own, handedIn, released, granted, reviews, done] = await Promise.all([
    memberships(userId),
    submissions(userId),
    grades(userId),
    extensions(userId),
    peerReviews(userId),
    acts(userId),
  ]);
  return {
    format: 1,
    memberships: own,
    submissions: handedIn,
    grades: released,
    extensions: granted,
    peerReviews: reviews,
    acts: done,
  };
}
