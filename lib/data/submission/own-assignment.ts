/**
 * A published assignment as it is for one student: its settings, the dates that hold for them, and their attempts.
 * Who is no student of the class, a draft, and an id of another class are all answered like one that does not exist.
 */
import "server-only";
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { type EffectiveDates, effectiveDates } from "@/lib/classroom/dates/effective-dates";
import { STUDENTS } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { LengthMinutes, Level, Stage } from "@/lib/framework/stages";
import type { Mode } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { DATE_COLUMNS, toDates, toExtension } from "./date-columns";

export type AssignmentKey = { classId: string; assignmentId: string };

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

export type OwnAssignment = {
  id: string;
  title: string;
  caseSlugs: string[];
  mode: Mode;
  level: Level;
  lengthMinutes: LengthMinutes;
  /** Empty: all seven. */
  stages: Stage[];
  evidenceWorld: AssignmentSettings["evidenceWorld"];
  hiddenLabControls: string[];
  reportShown: string;
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

const ASSIGNMENT_COLUMNS = {
  id: true,
  title: true,
  caseSlugs: true,
  mode: true,
  level: true,
  lengthMinutes: true,
  stages: true,
  evidenceWorld: true,
  hiddenLabControls: true,
  reportShown: true,
  gradesReleasedAt: true,
  ...DATE_COLUMNS,
} as const;

export async function ownAssignment(
  db: Transaction,
  viewer: Viewer,
  { classId, assignmentId }: AssignmentKey,
): Promise<OwnAssignment> {
  if (!isUuid(assignmentId) || !isUuid(classId)) throw notFound("assignment");
  const mine = { studentId: viewer.userId };
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId, status: "published", class: classOf(viewer, STUDENTS) },
    select: {
      ...ASSIGNMENT_COLUMNS,
      extensions: { where: mine },
      submissions: { where: mine, select: ATTEMPT_COLUMNS, orderBy: { attempt: "asc" } },
    },
  });
  if (!row) throw notFound("assignment");
  const { extensions, submissions, releaseAt, dueAt, lateDueAt, attempts, ...settings } = row;
  const extension = extensions[0] ? toExtension(extensions[0]) : null;
  return {
    // The columns are written only through assignmentSettingsSchema.
    ...(settings as Omit<OwnAssignment, "dates" | "tries">),
    dates: effectiveDates(toDates({ releaseAt, dueAt, lateDueAt, attempts }), extension),
    tries: submissions.map(({ id, interview, ...attempt }) => ({
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
