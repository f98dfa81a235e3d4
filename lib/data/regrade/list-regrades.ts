/** The regrade requests of an assignment for its staff: the open ones first, each with the point as it stands now. */
import "server-only";
import type { RegradeStatus } from "@/lib/classroom/feedback/regrade";
import { STAFF } from "@/lib/classroom/roles";
import { suggestedCredit } from "@/lib/classroom/score";
import { type Database, database } from "@/lib/data/database";
import { type AssignmentIds, gradedAssignment } from "@/lib/data/grading/graded-assignment";
import { studentLabel } from "@/lib/data/submission/student-label";
import { type ReportReceipt, reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";

export type ListedRegrade = {
  requestId: string;
  submissionId: string;
  label: string;
  point: { id: string; text: string; receipt: ReportReceipt | null };
  reason: string;
  status: RegradeStatus;
  answer: string;
  askedAtMs: number;
  /** 0 to 1, as it stands; null where a person has not decided and the suggestion stands. */
  credit: number | null;
  suggested: number;
  revision: number;
};
export type RegradeList = { assignmentTitle: string; isArchived: boolean; requests: ListedRegrade[] };

const COLUMNS = {
  id: true,
  submissionId: true,
  pointId: true,
  reason: true,
  status: true,
  answer: true,
  createdAt: true,
  submission: {
    select: {
      alias: true,
      student: { select: { name: true } },
      interview: { select: { report: { select: { content: true } } } },
    },
  },
} as const;

const keyOf = (row: { submissionId: string; pointId: string }): string =>
  `${row.submissionId} ${row.pointId}`;

async function pointsOf(db: Database, requests: readonly { submissionId: string; pointId: string }[]) {
  const rows = await db.submissionPoint.findMany({
    where: { OR: requests.map(({ submissionId, pointId }) => ({ submissionId, pointId })) },
    select: {
      ...{ submissionId: true, pointId: true, credit: true, revision: true },
      ...{ machineCredit: true, adjustedCredit: true },
    },
  });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export async function listRegrades(viewer: Viewer, ids: AssignmentIds): Promise<RegradeList> {
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, ids, STAFF);
  const rows = await db.regradeRequest.findMany({
    where: { submission: { assignmentId: assignment.id } },
    orderBy: { createdAt: "asc" },
    select: COLUMNS,
  });
  const points = await pointsOf(db, rows);
  const requests = rows.flatMap((row): ListedRegrade[] => {
    const stored = points.get(keyOf(row));
    const report = reportSchema.pick({ points: true }).safeParse(row.submission.interview.report?.content);
    const point = report.data?.points.find(({ id }) => id === row.pointId);
    if (!stored || !point) return [];
    return [
      {
        ...{ requestId: row.id, submissionId: row.submissionId, reason: row.reason, answer: row.answer },
        label: studentLabel(assignment, row.submission).label,
        point: { id: point.id, text: point.text, receipt: point.receipt },
        status: row.status as RegradeStatus,
        askedAtMs: row.createdAt.getTime(),
        ...{ credit: stored.credit, revision: stored.revision, suggested: suggestedCredit(stored) },
      },
    ];
  });
  return {
    assignmentTitle: assignment.title,
    isArchived: assignment.member.isArchived,
    requests: requests.toSorted((a, b) => Number(b.status === "open") - Number(a.status === "open")),
  };
}
