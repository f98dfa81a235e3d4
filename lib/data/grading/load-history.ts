/** Who changed what in the grading of a submission, newest first: names of the staff, and nothing of the student. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { gradedAssignment, gradedSubmission, type SubmissionIds } from "./graded-assignment";

export const HISTORY_KINDS = [
  "point-graded",
  "group-graded",
  "grade-adjusted",
  "grade-changed",
  "regrade-answered",
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export type HistoryEntry = {
  id: string;
  kind: HistoryKind;
  /** Null for an account that is gone. */
  who: string | null;
  atMs: number;
  pointId: string | null;
  before: unknown;
  after: unknown;
};

const MOST_ENTRIES = 300;

export async function loadHistory(viewer: Viewer, ids: SubmissionIds): Promise<{ entries: HistoryEntry[] }> {
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, ids, STAFF);
  await gradedSubmission(db, assignment.id, ids.submissionId);
  const rows = await db.classLogEntry.findMany({
    where: { submissionId: ids.submissionId, classId: assignment.classId, kind: { in: [...HISTORY_KINDS] } },
    select: {
      ...{ id: true, kind: true, at: true, pointId: true, before: true, after: true },
      actor: { select: { name: true } },
    },
    orderBy: { id: "desc" },
    take: MOST_ENTRIES,
  });
  return {
    entries: rows.map(({ id, kind, at, actor, ...change }) => ({
      ...change,
      id: String(id),
      kind: kind as HistoryKind,
      who: actor?.name ?? null,
      atMs: at.getTime(),
    })),
  };
}
