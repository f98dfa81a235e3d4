/** One assignment as the staff sees it: all settings, how far the class is, and what may still be changed. */
import "server-only";
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { type ClassRole, STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { SETTINGS_COLUMNS, toSettings } from "./assignment-row";
import type { AssignmentStatus } from "./change-status";
import { countProgress, countStudents, NO_PROGRESS, type Progress } from "./count-progress";

export type LoadedAssignment = {
  id: string;
  settings: AssignmentSettings;
  status: AssignmentStatus;
  revision: number;
  /** Somebody has: what interview it is cannot change any more. */
  hasStarted: boolean;
  gradesReleasedAtMs: number | null;
  progress: Progress & { students: number };
};

/** @throws AppError not-found, forbidden */
export async function loadAssignment(
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  roles: readonly ClassRole[] = STAFF,
): Promise<LoadedAssignment> {
  const db = await database();
  await requireMember(db, viewer, classId, roles);
  if (!isUuid(assignmentId)) throw notFound("assignment");
  const [row, students, progress] = await Promise.all([
    db.assignment.findFirst({
      where: { id: assignmentId, classId },
      select: {
        ...SETTINGS_COLUMNS,
        status: true,
        revision: true,
        gradesReleasedAt: true,
        submissions: { select: { id: true }, take: 1 },
      },
    }),
    countStudents(db, classId),
    countProgress(db, classId, [assignmentId]),
  ]);
  if (!row) throw notFound("assignment");
  return {
    id: assignmentId,
    settings: toSettings(row),
    status: row.status as AssignmentStatus,
    revision: row.revision,
    hasStarted: row.submissions.length > 0,
    gradesReleasedAtMs: row.gradesReleasedAt?.getTime() ?? null,
    progress: { ...(progress.get(assignmentId) ?? NO_PROGRESS), students },
  };
}
