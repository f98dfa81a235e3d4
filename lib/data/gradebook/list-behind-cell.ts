/** The submissions behind a cell of the heat map: which ones had this outcome on this point. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { type Outcome, outcomeOf } from "@/lib/classroom/statistics/outcome";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { studentLabel } from "@/lib/data/submission/student-label";
import type { Viewer } from "@/lib/viewer";
import { requireAssignment } from "./load-statistics";

export type SubmissionBehindCell = {
  submissionId: string;
  label: string;
  /** 0 to 1: decided, or suggested. */
  credit: number;
  isDecided: boolean;
};

export async function listBehindCell(
  viewer: Viewer,
  classId: string,
  assignmentId: string,
  cell: { caseSlug: string; pointId: string; outcome: Outcome },
): Promise<SubmissionBehindCell[]> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const assignment = await requireAssignment(db, classId, assignmentId);
  const rows = await db.submissionPoint.findMany({
    where: {
      assignmentId,
      pointId: cell.pointId,
      isExpected: true,
      submission: { isKept: true, interview: { caseSlug: cell.caseSlug } },
    },
    select: {
      submissionId: true,
      credit: true,
      machineCredit: true,
      adjustedCredit: true,
      machineVerdict: true,
      misconception: true,
      submission: { select: { alias: true, student: { select: { name: true } } } },
    },
  });
  return rows
    .map((row) => ({
      submissionId: row.submissionId,
      label: studentLabel(assignment, row.submission).label,
      credit: row.credit ?? row.adjustedCredit ?? row.machineCredit,
      isDecided: row.credit !== null,
      isContradicted: row.misconception !== null || row.machineVerdict === "maybe-contradicts",
    }))
    .filter((row) => outcomeOf(row) === cell.outcome)
    .map(({ isContradicted: _known, ...row }) => row)
    .sort((first, second) => first.label.localeCompare(second.label, "en", { numeric: true }));
}
