/**
 * One submission as a grader reads it: the answer with its receipts, the points, the board, the choices, what does not
 * go together, and who comes next. Of the student it tells what student-label allows, and never an id.
 */
import "server-only";
import type { GradingView } from "@/lib/classroom/grading/view";
import { type ClassRole, STAFF } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { type Database, database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { hidesStudents, studentLabel } from "@/lib/data/submission/student-label";
import type { World } from "@/lib/design/designs";
import { notFound } from "@/lib/errors";
import { type Report, reportSchema } from "@/lib/grading/report/schema";
import type { Board } from "@/lib/interview/board";
import type { Viewer } from "@/lib/viewer";
import { gradedAssignment, type SubmissionIds } from "./graded-assignment";
import { type GradedPoint, loadGradedPoints } from "./graded-points";
import { loadNeighbours, type Neighbours } from "./load-neighbours";

export type GradedSubmission = {
  ids: SubmissionIds;
  assignment: { title: string; isHidden: boolean; gradesReleasedAtMs: number | null };
  role: ClassRole;
  isArchived: boolean;
  label: string;
  attempt: number;
  isKept: boolean;
  lateSeconds: number;
  submittedAtMs: number;
  submittedBy: Report["submittedBy"];
  caseTitle: string;
  /** Null when the case is no longer part of this Shortlist. */
  world: World | null;
  setup: Pick<Report["setup"], "mode" | "level" | "lengthMinutes" | "caseSlug">;
  answers: Report["answers"];
  board: Board;
  decisions: Report["decisions"];
  findings: NonNullable<Report["findings"]>;
  pitfalls: Report["pitfalls"];
  flags: string[];
  points: GradedPoint[];
  neighbours: Neighbours;
  grade: ShownGrade | null;
  loadedAtMs: number;
};
export type ShownGrade = {
  rawPercent: number;
  latePercent: number;
  adjustment: number;
  adjustmentReason: string;
  finalPercent: number;
  isReleased: boolean;
  revision: number;
};

const COLUMNS = {
  studentId: true,
  alias: true,
  attempt: true,
  isKept: true,
  lateSeconds: true,
  submittedAt: true,
  board: true,
  student: { select: { name: true } },
  interview: { select: { report: { select: { content: true } } } },
} as const;

/** Of the report what belongs to the answer; the machine's score and what it advises are for the student. */
function answerPart(report: Report) {
  const { setup, answers, decisions, findings = [], pitfalls, flags, caseTitle, submittedBy } = report;
  const { mode, level, lengthMinutes, caseSlug } = setup;
  return {
    setup: { mode, level, lengthMinutes, caseSlug },
    world: listCases().find(({ slug }) => slug === caseSlug)?.meta.world ?? null,
    ...{ answers, decisions, findings, pitfalls, flags, caseTitle, submittedBy },
  };
}

async function loadGrade(db: Database, assignmentId: string, studentId: string): Promise<ShownGrade | null> {
  const row = await db.grade.findUnique({
    where: { assignmentId_studentId: { assignmentId, studentId } },
    select: {
      ...{ rawPercent: true, latePercent: true, adjustment: true, adjustmentReason: true },
      ...{ finalPercent: true, releasedAt: true, revision: true },
    },
  });
  if (!row) return null;
  const { releasedAt, ...grade } = row;
  return { ...grade, isReleased: releasedAt !== null };
}

/** @throws AppError not-found, also for a submission of another assignment or one that is not handed in. */
export async function loadSubmission(
  viewer: Viewer,
  ids: SubmissionIds,
  view: Pick<GradingView, "stage" | "order">,
  now: Date,
): Promise<GradedSubmission> {
  const { classId, assignmentId, submissionId } = ids;
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, ids, STAFF);
  if (!isUuid(submissionId)) throw notFound("submission");
  const row = await db.submission.findFirst({
    where: { id: submissionId, assignmentId: assignment.id, submittedAt: { not: null } },
    select: COLUMNS,
  });
  if (!row?.submittedAt || !row.interview.report) throw notFound("submission");
  const report = reportSchema.parse(row.interview.report.content);
  const [points, neighbours, grade] = await Promise.all([
    loadGradedPoints(db, viewer, submissionId, report),
    loadNeighbours(db, assignment, submissionId, view),
    loadGrade(db, assignment.id, row.studentId),
  ]);
  const { attempt, isKept, lateSeconds, submittedAt } = row;
  const { member } = assignment;
  return {
    ids: { classId, assignmentId, submissionId },
    assignment: {
      ...{ title: assignment.title, isHidden: hidesStudents(assignment) },
      gradesReleasedAtMs: assignment.gradesReleasedAt?.getTime() ?? null,
    },
    ...{ role: member.role, isArchived: member.isArchived },
    label: studentLabel(assignment, row).label,
    ...{ attempt, isKept, lateSeconds, submittedAtMs: submittedAt.getTime() },
    ...answerPart(report),
    board: (row.board as Board | null) ?? { nodes: [], edges: [] },
    ...{ points, neighbours, grade, loadedAtMs: now.getTime() },
  };
}
