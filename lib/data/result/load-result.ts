/**
 * What a student gets back for a submission of their own, after the release: the grade and how it came about, each point
 * and who decided it, the remarks, the answers. Before the release there is its title and nothing else.
 */
import "server-only";
import { type LatePolicy, latePolicySchema } from "@/lib/classroom/assignment";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { type OwnRegrade, type RegradeStatus, regradeEndsAtMs } from "@/lib/classroom/feedback/regrade";
import type { DecidedBy } from "@/lib/classroom/grading/decide";
import { suggestedCredit } from "@/lib/classroom/score";
import { type Database, database } from "@/lib/data/database";
import { COMMENT_COLUMNS, forStudent } from "@/lib/data/grade-comment/comment-rows";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import { type Report, type ReportPoint, reportSchema } from "@/lib/grading/report/schema";
import type { Board } from "@/lib/interview/board";
import type { Viewer } from "@/lib/viewer";
import { releasedSubmission } from "./released-submission";

export type ResultPoint = ReportPoint & {
  counts: boolean;
  machineCredit: number;
  /** What the machine suggested to the graders, the class's corrections taken in. */
  suggested: number;
  correctedBy: number;
  /** 0 to 1; null: nobody decided, and the suggestion stands. */
  decided: { credit: number; by: DecidedBy } | null;
  regrade: OwnRegrade | null;
};
export type ResultGrade = {
  rawPercent: number;
  latePercent: number;
  adjustment: number;
  adjustmentReason: string;
  finalPercent: number;
};
export type Result = {
  interviewId: string;
  /** The submission that the grade is made of, when it is another attempt than this. */
  gradedSubmissionId: string | null;
  attempt: number;
  submittedAtMs: number;
  lateSeconds: number;
  latePolicy: LatePolicy;
  pointsPossible: number;
  grade: ResultGrade;
  points: ResultPoint[];
  answers: Report["answers"];
  board: Board;
  comments: FeedbackComment[];
  evidence: { id: string; world: string; path: string }[];
  caseTitle: string;
  caseSlug: string;
  nextSteps: Report["nextSteps"];
  regradeEndsAtMs: number;
};
export type LoadedResult = { assignmentTitle: string; result: Result | null };

const COLUMNS = {
  interviewId: true,
  attempt: true,
  submittedAt: true,
  lateSeconds: true,
  board: true,
  assignment: { select: { title: true, latePolicy: true, pointsPossible: true } },
  interview: { select: { report: { select: { content: true } } } },
  comments: { select: COMMENT_COLUMNS, orderBy: { createdAt: "asc" } },
  evidence: { select: { id: true, world: true, path: true }, orderBy: { createdAt: "asc" } },
  regrades: { select: { pointId: true, reason: true, status: true, answer: true } },
  points: {
    orderBy: { position: "asc" },
    select: {
      ...{ pointId: true, isExpected: true, machineCredit: true, adjustedCredit: true, adjustedBy: true },
      ...{ credit: true, decidedBy: true },
    },
  },
} as const;

const readRow = (db: Database, id: string) =>
  db.submission.findUniqueOrThrow({ where: { id }, select: COLUMNS });
type Row = Awaited<ReturnType<typeof readRow>>;

function resultPoints({ points, regrades }: Row, report: Report): ResultPoint[] {
  const reported = new Map(report.points.map((point) => [point.id, point]));
  const asked = new Map(regrades.map((row) => [row.pointId, row]));
  return points.flatMap((row) => {
    const point = reported.get(row.pointId);
    if (!point) return [];
    const request = asked.get(row.pointId);
    return [
      {
        ...point,
        counts: row.isExpected,
        machineCredit: row.machineCredit,
        suggested: suggestedCredit(row),
        correctedBy: row.adjustedCredit === null ? 0 : row.adjustedBy,
        decided:
          row.credit === null ? null : { credit: row.credit, by: (row.decidedBy ?? "changed") as DecidedBy },
        regrade: request
          ? { reason: request.reason, status: request.status as RegradeStatus, answer: request.answer }
          : null,
      },
    ];
  });
}

/** @throws AppError not-found for a submission that is not the viewer's own, forbidden for the staff. */
export async function loadResult(viewer: Viewer, ids: SubmissionIds): Promise<LoadedResult> {
  const db = await database();
  const released = await releasedSubmission(db, viewer, ids);
  if (!released) {
    const { title } = await db.assignment.findUniqueOrThrow({
      where: { id: ids.assignmentId, classId: ids.classId },
      select: { title: true },
    });
    return { assignmentTitle: title, result: null };
  }
  const row = await readRow(db, ids.submissionId);
  const report = reportSchema.parse(row.interview.report?.content);
  const { interviewId, attempt, lateSeconds, assignment, comments, evidence } = row;
  const isGraded = released.gradedSubmissionId === ids.submissionId;
  return {
    assignmentTitle: assignment.title,
    result: {
      ...{ interviewId, attempt, lateSeconds, evidence },
      gradedSubmissionId: isGraded ? null : released.gradedSubmissionId,
      submittedAtMs: row.submittedAt?.getTime() ?? 0,
      latePolicy: latePolicySchema.parse(assignment.latePolicy),
      pointsPossible: assignment.pointsPossible,
      grade: released.grade,
      points: resultPoints(row, report),
      answers: report.answers,
      board: (row.board as Board | null) ?? { nodes: [], edges: [] },
      comments: comments.map(forStudent),
      caseTitle: report.caseTitle,
      caseSlug: report.setup.caseSlug,
      nextSteps: report.nextSteps,
      regradeEndsAtMs: regradeEndsAtMs(released.releasedAt.getTime()),
    },
  };
}
