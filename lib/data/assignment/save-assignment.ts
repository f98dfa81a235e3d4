/** An assignment is made as a draft, and edited: what a started one may not change is refused with the reason. */
import "server-only";
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { type AssignmentInput, readAssignmentInput } from "@/lib/classroom/assignment-input";
import { changedSettings, frozenErrors } from "@/lib/classroom/frozen-settings";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { keepAttempt } from "@/lib/data/submission/keep-attempt";
import { invalidInput } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { toColumns, toSettings } from "./assignment-row";
import { type AssignmentKey, lockAssignment, requireRevision } from "./lock-assignment";
import { recomputeLateness } from "./recompute-lateness";

const MARKED = "Some of what you entered cannot be used. See the marked fields.";

function settingsOf(input: AssignmentInput, timeZone: string): AssignmentSettings {
  const read = readAssignmentInput(
    input,
    timeZone,
    listCases().map(({ slug }) => slug),
  );
  if (!read.ok) throw invalidInput(MARKED, read.fieldErrors);
  return read.settings;
}

/** @throws AppError invalid-input with errors by field */
export async function createAssignment(
  viewer: Viewer,
  classId: string,
  input: AssignmentInput,
  now: Date,
): Promise<{ assignmentId: string }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const { timeZone } = await requireMember(tx, viewer, classId, INSTRUCTORS, true);
    const settings = settingsOf(input, timeZone);
    const { id: assignmentId } = await tx.assignment.create({
      data: { classId, ...toColumns(settings), createdAt: now },
      select: { id: true },
    });
    const act = { classId, kind: "assignment-created", assignmentId, after: settings } as const;
    await appendClassLog(tx, viewer, [act], now);
    return { assignmentId };
  });
}

/** The rule of best or last chooses anew where a student has submitted more than once. */
async function keepAllAttempts(tx: Transaction, assignmentId: string): Promise<void> {
  const students = await tx.submission.groupBy({
    by: ["studentId"],
    where: { assignmentId, submittedAt: { not: null } },
    having: { studentId: { _count: { gt: 1 } } },
  });
  for (const { studentId } of students) await keepAttempt(tx, assignmentId, studentId);
}

/**
 * Takes over all settings at once. `revision` is the one that was read.
 * @returns how many submissions are now late by another time, after a change of the due date
 * @throws AppError invalid-input with errors by field, conflict when somebody else was first
 */
export async function editAssignment(
  viewer: Viewer,
  key: AssignmentKey,
  revision: number,
  input: AssignmentInput,
  now: Date,
): Promise<{ revision: number; recomputed: number }> {
  const { classId, assignmentId } = key;
  const db = await database();
  return db.$transaction(async (tx) => {
    const { member, assignment } = await lockAssignment(tx, viewer, key);
    requireRevision(assignment, revision);
    const before = toSettings(assignment);
    const after = settingsOf(input, member.timeZone);
    const frozen = assignment._count.submissions > 0 ? frozenErrors(before, after) : {};
    if (Object.keys(frozen).length > 0) throw invalidInput(MARKED, frozen);
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { ...toColumns(after), revision: { increment: 1 } },
      select: { id: true },
    });
    if (before.attemptKept !== after.attemptKept) await keepAllAttempts(tx, assignmentId);
    const recomputed = before.dueAtMs === after.dueAtMs ? 0 : await recomputeLateness(tx, assignmentId);
    const changed = changedSettings(before, after);
    const act = {
      classId,
      kind: "assignment-changed",
      assignmentId,
      before: changed.before,
      after: { ...changed.after, ...(recomputed > 0 && { recomputedSubmissions: recomputed }) },
    } as const;
    await appendClassLog(tx, viewer, [act], now);
    return { revision: revision + 1, recomputed };
  });
}
