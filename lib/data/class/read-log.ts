/**
 * The log of a class for its staff, newest first. Of an anonymous assignment whose grades are not released it says what
 * was done and no more of the student than their number: neither name nor id, and no text that could hold one.
 */
import "server-only";
import { changeWords, kindsOfArea, kindWords, type LogArea } from "@/lib/classroom/log-words";
import { STAFF } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import { hidesStudents, studentLabel } from "@/lib/data/submission/student-label";
import type { Viewer } from "@/lib/viewer";
import { requireMember } from "./membership";

export const LOG_ENTRIES_PER_PAGE = 100;

export type LogQuery = {
  /** Null: all. */
  area: LogArea | null;
  /** Who acted: a member of the staff; null: everybody. */
  actorId: string | null;
  /** Entries older than this one; null: from the newest. */
  before: bigint | null;
};
export type ShownLogEntry = {
  id: string;
  at: Date;
  /** Null: the server by itself, or an account that is gone. */
  actor: string | null;
  words: string;
  /** Whom it is about. */
  student: string | null;
  assignment: string | null;
  pointId: string | null;
  changes: string[];
};
export type ShownLog = { entries: ShownLogEntry[]; older: string | null };

const columns = {
  ...{
    id: true,
    at: true,
    kind: true,
    actorId: true,
    studentId: true,
    assignmentId: true,
    submissionId: true,
  },
  ...{ pointId: true, before: true, after: true },
  actor: { select: { name: true } },
  student: { select: { name: true } },
} as const;

async function readEntries(classId: string, { area, actorId, before }: LogQuery) {
  const db = await database();
  return db.classLogEntry.findMany({
    where: {
      classId,
      ...(area && { kind: { in: kindsOfArea(area) } }),
      // Asked for a student, it would say which of the hidden entries are theirs.
      ...(actorId && { actorId, actor: { memberships: { some: { classId, role: { in: [...STAFF] } } } } }),
      ...(before !== null && { id: { lt: before } }),
    },
    select: columns,
    orderBy: { id: "desc" },
    take: LOG_ENTRIES_PER_PAGE + 1,
  });
}
type Entry = Awaited<ReturnType<typeof readEntries>>[number];

/** What the entries speak of: assignments, submissions, and who acts as staff. */
async function readContext(classId: string, entries: readonly Entry[]) {
  const db = await database();
  const ids = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const [assignments, submissions, staff] = await Promise.all([
    db.assignment.findMany({
      where: { classId, id: { in: ids(entries.map(({ assignmentId }) => assignmentId)) } },
      select: { id: true, title: true, isAnonymous: true, gradesReleasedAt: true },
    }),
    db.submission.findMany({
      where: { assignment: { classId }, id: { in: ids(entries.map(({ submissionId }) => submissionId)) } },
      select: { id: true, alias: true, student: { select: { name: true } } },
    }),
    db.classMember.findMany({ where: { classId, role: { in: [...STAFF] } }, select: { userId: true } }),
  ]);
  return {
    assignments: new Map(assignments.map((row) => [row.id, row])),
    submissions: new Map(submissions.map((row) => [row.id, row])),
    staff: new Set(staff.map(({ userId }) => userId)),
  };
}
type Context = Awaited<ReturnType<typeof readContext>>;

const SOMEBODY = "A student";

/** Without a submission there is no number either: who gave an extension knows to whom, and would learn it from one. */
function studentOf(entry: Entry, isHidden: boolean, context: Context): string | null {
  const submission = entry.submissionId ? context.submissions.get(entry.submissionId) : undefined;
  const assignment = entry.assignmentId ? context.assignments.get(entry.assignmentId) : undefined;
  if (submission && assignment) return studentLabel(assignment, submission).label;
  if (entry.studentId === null) return null;
  return isHidden ? SOMEBODY : (entry.student?.name ?? null);
}

function toShown(entry: Entry, context: Context, timeZone: string): ShownLogEntry {
  const assignment = entry.assignmentId ? context.assignments.get(entry.assignmentId) : undefined;
  // Of an assignment that is gone nobody can tell any more whether it was anonymous.
  const isHidden = entry.assignmentId !== null && (!assignment || hidesStudents(assignment));
  const student = studentOf(entry, isHidden, context);
  const isByStudent = entry.actorId !== null && !context.staff.has(entry.actorId);
  const actor = isHidden && isByStudent ? (student ?? SOMEBODY) : (entry.actor?.name ?? null);
  return {
    id: String(entry.id),
    at: entry.at,
    actor,
    words: kindWords(entry.kind),
    student: student === actor ? null : student,
    assignment: assignment?.title ?? null,
    pointId: entry.pointId,
    changes: changeWords(
      entry.before,
      entry.after,
      timeZone,
      isHidden && entry.kind !== "assignment-changed",
    ),
  };
}

/** @throws AppError unless the viewer is of the staff. */
export async function readClassLog(viewer: Viewer, classId: string, query: LogQuery): Promise<ShownLog> {
  const { timeZone } = await requireMember(await database(), viewer, classId, STAFF);
  const found = await readEntries(classId, query);
  const entries = found.slice(0, LOG_ENTRIES_PER_PAGE);
  const context = await readContext(classId, entries);
  return {
    entries: entries.map((entry) => toShown(entry, context, timeZone)),
    older: found.length > entries.length ? String(entries.at(-1)?.id) : null,
  };
}

/** The staff of a class, past and present: whose acts can be asked for. */
export async function listStaff(
  viewer: Viewer,
  classId: string,
): Promise<{ userId: string; name: string }[]> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const rows = await db.classMember.findMany({
    where: { classId, role: { in: [...STAFF] } },
    select: { userId: true, user: { select: { name: true } } },
    orderBy: { joinedAt: "asc" },
  });
  return rows.map(({ userId, user }) => ({ userId, name: user.name }));
}
