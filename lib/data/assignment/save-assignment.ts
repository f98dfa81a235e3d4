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
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { invalidInput } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { toColumns, toSettings } from "./assignment-row";
import { assignmentToChange, requireRevision } from "./assignment-to-change";
import { extendRunning } from "./extend-running";
import { recomputeLateness } from "./recompute-lateness";
import { LONG_TRANSACTION, refreshGrades } from "./refresh-grades";

/** `recomputed`: how many submissions are now late by another time, after a change of the due date. */
export type Saved = { assignmentId: string; revision: number; recomputed: number };

const MARKED = "Some of what you entered cannot be used. See the marked fields.";

/** Asked before a transaction begins: the first reading of the cases takes longer than one may. */
const caseSlugs = () => listCases().map(({ slug }) => slug);

function settingsOf(input: AssignmentInput, timeZone: string, slugs: readonly string[]): AssignmentSettings {
  const read = readAssignmentInput(input, timeZone, slugs);
  if (!read.ok) throw invalidInput(MARKED, read.fieldErrors);
  return read.settings;
}

/** @throws AppError invalid-input with errors by field */
export async function createAssignment(
  viewer: Viewer,
  classId: string,
  input: AssignmentInput,
  now: Date,
): Promise<Saved> {
  const slugs = caseSlugs();
  const db = await database();
  return db.$transaction(async (tx) => {
    const { timeZone } = await requireMember(tx, viewer, classId, INSTRUCTORS, true);
    const settings = settingsOf(input, timeZone, slugs);
    const { id: assignmentId } = await tx.assignment.create({
      data: { classId, ...toColumns(settings), createdAt: now },
      select: { id: true },
    });
    const act = { classId, kind: "assignment-created", assignmentId, after: settings } as const;
    await appendClassLog(tx, viewer, [act], now);
    return { assignmentId, revision: 0, recomputed: 0 };
  });
}

/** Everybody who submitted: their kept attempt or released grade may be another now. */
async function submitters(tx: Transaction, assignmentId: string): Promise<string[]> {
  const rows = await tx.submission.groupBy({
    by: ["studentId"],
    where: { assignmentId, submittedAt: { not: null } },
  });
  return rows.map(({ studentId }) => studentId);
}

/** What follows from a change for work that is in or under way. @returns how many submissions are late by another time */
async function followChange(
  tx: Transaction,
  viewer: Viewer,
  ids: AssignmentIds,
  changed: Partial<AssignmentSettings>,
  now: Date,
): Promise<number> {
  const moved = "dueAtMs" in changed ? await recomputeLateness(tx, ids.assignmentId) : [];
  const touchesAll = "attemptKept" in changed || "latePolicy" in changed;
  await refreshGrades(tx, viewer, ids, touchesAll ? await submitters(tx, ids.assignmentId) : moved, now);
  if ("dueAtMs" in changed || "lateDueAtMs" in changed) await extendRunning(tx, ids.assignmentId, now);
  return moved.length;
}

/**
 * Takes over all settings at once. `revision` is the one that was read.
 * @throws AppError invalid-input with errors by field, conflict when somebody else was first
 */
export async function editAssignment(
  viewer: Viewer,
  key: AssignmentIds,
  revision: number,
  input: AssignmentInput,
  now: Date,
): Promise<Saved> {
  const { classId, assignmentId } = key;
  const slugs = caseSlugs();
  const db = await database();
  return db.$transaction(async (tx) => {
    const { member, assignment } = await assignmentToChange(tx, viewer, key);
    requireRevision(assignment, revision);
    const before = toSettings(assignment);
    const after = settingsOf(input, member.timeZone, slugs);
    const frozen = assignment._count.submissions > 0 ? frozenErrors(before, after) : {};
    if (Object.keys(frozen).length > 0) throw invalidInput(MARKED, frozen);
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { ...toColumns(after), revision: { increment: 1 } },
      select: { id: true },
    });
    const changed = changedSettings(before, after);
    const recomputed = await followChange(tx, viewer, key, changed.after, now);
    const act = {
      classId,
      kind: "assignment-changed",
      assignmentId,
      before: changed.before,
      after: { ...changed.after, ...(recomputed > 0 && { recomputedSubmissions: recomputed }) },
    } as const;
    await appendClassLog(tx, viewer, [act], now);
    return { assignmentId, revision: revision + 1, recomputed };
  }, LONG_TRANSACTION);
}
