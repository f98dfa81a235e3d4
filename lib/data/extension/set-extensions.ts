/**
 * Extensions are set and removed for one student or several. What the staff saw of each comes along: when somebody else
 * changed one meanwhile, none is changed. Submissions that were in by then have their lateness reckoned again, and
 * attempts that run get the time at once.
 *
 * The log says what a student was granted, never why, which may be an illness, and never what became of which
 * submission, which may be anonymous.
 */
import "server-only";
import type { AssignmentDates } from "@/lib/classroom/dates/effective-dates";
import { type ExtensionInput, type Grant, readExtensionInput } from "@/lib/classroom/extension-input";
import { STAFF } from "@/lib/classroom/roles";
import { toSettings } from "@/lib/data/assignment/assignment-row";
import { assignmentToChange } from "@/lib/data/assignment/assignment-to-change";
import { extendRunning } from "@/lib/data/assignment/extend-running";
import { recomputeLateness } from "@/lib/data/assignment/recompute-lateness";
import { LONG_TRANSACTION, refreshGrades } from "@/lib/data/assignment/refresh-grades";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { conflict, invalidInput, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { EXTENSION_COLUMNS, toExtension, toExtensionColumns } from "./extension-row";

/** A student, and when their extension was last changed as far as the staff saw; null: they had none. */
export type SeenExtension = { studentId: string; updatedAtMs: number | null };

/** @throws AppError not-found unless all of them are students of the class now */
async function requireStudents(tx: Transaction, classId: string, studentIds: readonly string[]) {
  const students = await tx.classMember.count({
    where: { classId, userId: { in: [...studentIds] }, role: "student", removedAt: null },
  });
  if (students !== studentIds.length) throw notFound("student");
}

/** What each has now, by student. @throws AppError conflict when it is not what was seen */
async function requireSeen(tx: Transaction, assignmentId: string, seen: readonly SeenExtension[]) {
  const rows = await tx.extension.findMany({
    where: { assignmentId, studentId: { in: seen.map(({ studentId }) => studentId) } },
    select: { ...EXTENSION_COLUMNS, updatedAt: true },
  });
  const held = new Map(rows.map((row) => [row.studentId, row]));
  const isStale = seen.some(
    ({ studentId, updatedAtMs }) => (held.get(studentId)?.updatedAt.getTime() ?? null) !== updatedAtMs,
  );
  if (isStale)
    throw conflict("Somebody else changed one of these extensions meanwhile. Nothing was saved: look again.");
  return new Map(rows.map((row) => [row.studentId, toExtension(row)]));
}

async function change(
  viewer: Viewer,
  key: AssignmentIds,
  seen: readonly SeenExtension[],
  now: Date,
  grantFor: (assignment: AssignmentDates, timeZone: string) => Grant | null,
): Promise<{ recomputed: number }> {
  const studentIds = seen.map(({ studentId }) => studentId);
  const { assignmentId, classId } = key;
  const db = await database();
  return db.$transaction(async (tx) => {
    const { member, assignment } = await assignmentToChange(tx, viewer, key, STAFF);
    await requireStudents(tx, classId, studentIds);
    const held = await requireSeen(tx, assignmentId, seen);
    const grant = grantFor(toSettings(assignment), member.timeZone);
    await tx.extension.deleteMany({ where: { assignmentId, studentId: { in: studentIds } } });
    if (grant)
      await tx.extension.createMany({
        data: studentIds.map((studentId) => ({ assignmentId, studentId, ...toExtensionColumns(grant) })),
      });
    const { reason: _reason, ...granted } = grant ?? { reason: "" };
    const acts = studentIds.map((studentId) => ({
      classId,
      kind: "extension-changed" as const,
      assignmentId,
      studentId,
      before: held.get(studentId) ?? {},
      after: granted,
    }));
    await appendClassLog(tx, viewer, acts, now);
    const moved = await recomputeLateness(tx, assignmentId, studentIds);
    await refreshGrades(tx, viewer, key, moved, now);
    await extendRunning(tx, assignmentId, now, studentIds);
    return { recomputed: moved.length };
  }, LONG_TRANSACTION);
}

/**
 * Grants the same to all of them, in place of what they have.
 * @returns how many submissions are now late by another time
 * @throws AppError invalid-input with errors by field, not-found, conflict
 */
export const setExtensions = (
  viewer: Viewer,
  key: AssignmentIds,
  seen: readonly SeenExtension[],
  input: ExtensionInput,
  now: Date,
): Promise<{ recomputed: number }> =>
  change(viewer, key, seen, now, (assignment, timeZone) => {
    const read = readExtensionInput(input, assignment, timeZone);
    if (!read.ok)
      throw invalidInput("Some of what you entered cannot be used. See the marked fields.", read.fieldErrors);
    return read.grant;
  });

/** From then on the assignment's own dates hold for them. */
export const removeExtensions = (
  viewer: Viewer,
  key: AssignmentIds,
  seen: readonly SeenExtension[],
  now: Date,
): Promise<{ recomputed: number }> => change(viewer, key, seen, now, () => null);
