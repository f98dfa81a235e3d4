/** The assignment that the viewer's own interview belongs to; null for an interview of their own. */
import "server-only";
import { effectiveDates } from "@/lib/classroom/dates/effective-dates";
import { SETTINGS_COLUMNS, toSettings } from "@/lib/data/assignment/assignment-row";
import { database } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";
import { isUuid } from "@/lib/data/interview/is-uuid";
import type { Viewer } from "@/lib/viewer";
import { isHeldBack } from "./released";

export type InterviewAssignment = {
  classId: string;
  className: string;
  timeZone: string;
  assignmentId: string;
  title: string;
  attempt: number;
  dueAtMs: number;
  closesAtMs: number;
  /** The report waits for the grades. */
  isHeldBack: boolean;
};

export async function assignmentOf(viewer: Viewer, interviewId: string): Promise<InterviewAssignment | null> {
  if (!isUuid(interviewId)) return null;
  const db = await database();
  const row = await db.submission.findFirst({
    where: { interviewId, studentId: viewer.userId, interview: { ownerId: viewer.userId } },
    select: {
      attempt: true,
      assignment: {
        select: {
          ...SETTINGS_COLUMNS,
          id: true,
          gradesReleasedAt: true,
          class: { select: { id: true, name: true, timeZone: true } },
          extensions: { where: { studentId: viewer.userId }, select: EXTENSION_COLUMNS },
        },
      },
    },
  });
  if (!row) return null;
  const { attempt, assignment } = row;
  const [extension] = assignment.extensions;
  const { dueAtMs, closesAtMs } = effectiveDates(
    toSettings(assignment),
    extension ? toExtension(extension) : null,
  );
  return {
    classId: assignment.class.id,
    className: assignment.class.name,
    timeZone: assignment.class.timeZone,
    assignmentId: assignment.id,
    title: assignment.title,
    attempt,
    dueAtMs,
    closesAtMs,
    isHeldBack: isHeldBack(assignment),
  };
}
