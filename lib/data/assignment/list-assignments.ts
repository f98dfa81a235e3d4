/** The assignments of a class as its staff sees them: drafts too, each with how far the class is. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import type { Viewer } from "@/lib/viewer";
import type { AssignmentStatus } from "./change-status";
import { countProgress, countStudents, NO_PROGRESS, type Progress } from "./count-progress";

export type ListedAssignment = Progress & {
  id: string;
  title: string;
  status: AssignmentStatus;
  revision: number;
  releaseAtMs: number;
  dueAtMs: number;
  lateDueAtMs: number | null;
  areGradesReleased: boolean;
};

/** Latest due date first. Empty for who is not of the staff. */
export async function listAssignments(
  viewer: Viewer,
  classId: string,
): Promise<{ students: number; assignments: ListedAssignment[] }> {
  if (!isUuid(classId)) return { students: 0, assignments: [] };
  const db = await database();
  const rows = await db.assignment.findMany({
    where: { classId, class: classOf(viewer, STAFF) },
    select: {
      id: true,
      title: true,
      status: true,
      revision: true,
      releaseAt: true,
      dueAt: true,
      lateDueAt: true,
      gradesReleasedAt: true,
    },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return { students: 0, assignments: [] };
  const ids = rows.map(({ id }) => id);
  const [students, progress] = await Promise.all([
    countStudents(db, classId),
    countProgress(db, classId, ids),
  ]);
  const assignments = rows.map(({ releaseAt, dueAt, lateDueAt, gradesReleasedAt, status, ...row }) => ({
    ...row,
    ...(progress.get(row.id) ?? NO_PROGRESS),
    status: status as AssignmentStatus,
    releaseAtMs: releaseAt.getTime(),
    dueAtMs: dueAt.getTime(),
    lateDueAtMs: lateDueAt?.getTime() ?? null,
    areGradesReleased: gradesReleasedAt !== null,
  }));
  return { students, assignments };
}
