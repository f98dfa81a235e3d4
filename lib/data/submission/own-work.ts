/**
 * A student's work on a published assignment: its settings, the dates that hold for them, and their attempts.
 * Who is no student of the class, a draft, and an id of another class are all answered like one that does not exist.
 */
import "server-only";
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { type EffectiveDates, effectiveDates } from "@/lib/classroom/dates/effective-dates";
import { STUDENTS } from "@/lib/classroom/roles";
import { SETTINGS_COLUMNS, toSettings } from "@/lib/data/assignment/assignment-row";
import { classOf } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type OwnAttempt = {
  submissionId: string;
  interviewId: string;
  attempt: number;
  alias: number;
  caseSlug: string;
  startedAt: Date;
  /** When its interview ended; null while it runs. */
  endedAt: Date | null;
  submittedBy: string | null;
  deadlineAt: Date;
  isPaused: boolean;
  lateSeconds: number;
  isKept: boolean;
  /** At most one; `outcome` is an Outcome (lib/classroom/evidence). */
  evidence: { id: string; world: string; path: string; outcome: unknown; createdAt: Date }[];
};

export type OwnWork = {
  id: string;
  settings: AssignmentSettings;
  gradesReleasedAt: Date | null;
  dates: EffectiveDates;
  /** The first one first. */
  tries: OwnAttempt[];
};

const ATTEMPT_COLUMNS = {
  id: true,
  interviewId: true,
  attempt: true,
  alias: true,
  startedAt: true,
  lateSeconds: true,
  isKept: true,
  interview: {
    select: { caseSlug: true, submittedAt: true, submittedBy: true, deadlineAt: true, pausedAt: true },
  },
  evidence: {
    select: { id: true, world: true, path: true, outcome: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  },
} as const;

export async function ownWork(
  db: Transaction,
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
): Promise<OwnWork> {
  if (!isUuid(assignmentId) || !isUuid(classId)) throw notFound("assignment");
  const mine = { studentId: viewer.userId };
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId, status: "published", class: classOf(viewer, STUDENTS) },
    select: {
      ...SETTINGS_COLUMNS,
      id: true,
      gradesReleasedAt: true,
      extensions: { where: mine, select: EXTENSION_COLUMNS },
      submissions: { where: mine, select: ATTEMPT_COLUMNS, orderBy: { attempt: "asc" } },
    },
  });
  if (!row) throw notFound("assignment");
  const settings = toSettings(row);
  const [extension] = row.extensions;
  return {
    id: row.id,
    settings,
    gradesReleasedAt: row.gradesReleasedAt,
    dates: effectiveDates(settings, extension ? toExtension(extension) : null),
    tries: row.submissions.map(({ id, interview, ...attempt }) => ({
      ...attempt,
      submissionId: id,
      caseSlug: interview.caseSlug,
      endedAt: interview.submittedAt,
      submittedBy: interview.submittedBy,
      deadlineAt: interview.deadlineAt,
      isPaused: interview.pausedAt !== null,
    })),
  };
}
