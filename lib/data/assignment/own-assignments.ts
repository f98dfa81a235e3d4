/**
 * Assignments as a student sees them: published and released for them, with the dates, the attempts and the grade that
 * are theirs. A draft, and one that is not released yet, does not exist.
 */
import "server-only";
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import {
  type EffectiveDates,
  effectiveDates,
  type StudentState,
  stateFor,
} from "@/lib/classroom/dates/effective-dates";
import { STUDENTS } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import { SETTINGS_COLUMNS, toSettings } from "./assignment-row";

export type OwnAttempt = {
  attempt: number;
  submittedAtMs: number | null;
  lateSeconds: number;
  isKept: boolean;
};
export type OwnAssignment = {
  id: string;
  settings: AssignmentSettings;
  dates: EffectiveDates;
  state: StudentState;
  /** Oldest first. */
  attempts: OwnAttempt[];
  hasExtension: boolean;
  isExcused: boolean;
  /** 0 to 100, once it is released. */
  finalPercent: number | null;
};

const columnsFor = ({ userId: studentId }: Viewer) =>
  ({
    ...SETTINGS_COLUMNS,
    id: true,
    extensions: { where: { studentId }, select: EXTENSION_COLUMNS },
    submissions: {
      where: { studentId },
      select: { attempt: true, submittedAt: true, lateSeconds: true, isKept: true },
      orderBy: { attempt: "asc" },
    },
    grades: { where: { studentId, releasedAt: { not: null } }, select: { finalPercent: true } },
  }) as const satisfies Prisma.AssignmentSelect;
type Row = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof columnsFor> }>;

function toOwn(row: Row, nowMs: number): OwnAssignment {
  const settings = toSettings(row);
  const [extensionRow] = row.extensions;
  const extension = extensionRow ? toExtension(extensionRow) : null;
  const dates = effectiveDates(settings, extension);
  return {
    id: row.id,
    settings,
    dates,
    state: stateFor(dates, nowMs),
    attempts: row.submissions.map(({ submittedAt, ...attempt }) => ({
      ...attempt,
      submittedAtMs: submittedAt?.getTime() ?? null,
    })),
    hasExtension: extension !== null,
    isExcused: extension?.isExcused ?? false,
    finalPercent: row.grades[0]?.finalPercent ?? null,
  };
}

/** What is due next comes first; what is closed comes last, latest first. */
export async function listOwnAssignments(
  viewer: Viewer,
  classId: string,
  now: Date,
): Promise<OwnAssignment[]> {
  if (!isUuid(classId)) return [];
  const db = await database();
  const rows = await db.assignment.findMany({
    where: { classId, status: "published", class: classOf(viewer, STUDENTS) },
    select: columnsFor(viewer),
    orderBy: { dueAt: "asc" },
  });
  const released = rows
    .map((row) => toOwn(row, now.getTime()))
    .filter(({ state }) => state !== "not-released");
  const due = (own: OwnAssignment) => own.dates.dueAtMs;
  const isClosed = ({ state }: OwnAssignment) => state === "closed";
  return [
    ...released.filter((own) => !isClosed(own)).toSorted((first, second) => due(first) - due(second)),
    ...released.filter(isClosed).toSorted((first, second) => due(second) - due(first)),
  ];
}

/** @throws AppError not-found, for a draft and for what is not released as for a missing one */
export async function loadOwnAssignment(
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  now: Date,
): Promise<OwnAssignment> {
  if (!isUuid(classId) || !isUuid(assignmentId)) throw notFound("assignment");
  const db = await database();
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId, status: "published", class: classOf(viewer, STUDENTS) },
    select: columnsFor(viewer),
  });
  const own = row && toOwn(row, now.getTime());
  if (!own || own.state === "not-released") throw notFound("assignment");
  return own;
}
