/** What an assignment's submissions say about its points, for the staff. Nothing in it names a student. */
import "server-only";
import type { GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import { STAFF } from "@/lib/classroom/roles";
import { type MachineAgreement, machineAgreement } from "@/lib/classroom/statistics/machine-agreement";
import {
  type AssignmentStatistics,
  assignmentStatistics,
  type PointStatistics,
} from "@/lib/classroom/statistics/point-statistics";
import { listCases } from "@/lib/content/load";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Stage } from "@/lib/framework/stages";
import { reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { ASSIGNMENT_COLUMNS, toGradebookAssignment } from "./read-assignments";
import { readResults } from "./read-results";

export type PointRow = PointStatistics & { text: string; stage: Stage | null; agreement: MachineAgreement };
export type MisconceptionRow = { pointId: string; text: string; submissions: number };
export type CaseStatistics = Omit<AssignmentStatistics, "points"> & {
  caseSlug: string;
  caseTitle: string;
  agreement: MachineAgreement;
  points: PointRow[];
  /** Most frequent first. */
  misconceptions: MisconceptionRow[];
};
export type LoadedStatistics = {
  membership: Membership;
  assignment: GradebookAssignment;
  /** One for each case that was taken: points of different cases are not compared. */
  cases: CaseStatistics[];
};

/** @throws AppError not-found when the assignment is not one of this class */
export async function requireAssignment(db: Transaction, classId: string, assignmentId: string) {
  if (!isUuid(assignmentId)) throw notFound("assignment");
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId, status: "published" },
    select: ASSIGNMENT_COLUMNS,
  });
  if (!row) throw notFound("assignment");
  return row;
}

/** The wording of the points as the submission last handed in was graded by: a class may have reworded them. */
async function wordingOf(db: Transaction, assignmentId: string, caseSlug: string) {
  const last = await db.submission.findFirst({
    where: { assignmentId, isKept: true, interview: { caseSlug, report: { isNot: null } } },
    orderBy: { submittedAt: "desc" },
    select: { interview: { select: { report: { select: { content: true } } } } },
  });
  const content = last?.interview.report?.content;
  return new Map(content ? reportSchema.parse(content).points.map((point) => [point.id, point]) : []);
}

async function readMisconceptions(
  db: Transaction,
  assignmentId: string,
  caseSlug: string,
): Promise<MisconceptionRow[]> {
  const rows = await db.submissionPoint.groupBy({
    by: ["pointId", "misconception"],
    where: {
      assignmentId,
      isExpected: true,
      misconception: { not: null },
      submission: { isKept: true, interview: { caseSlug } },
    },
    _count: { _all: true },
  });
  return rows
    .map((row) => ({ pointId: row.pointId, text: row.misconception ?? "", submissions: row._count._all }))
    .sort((first, second) => second.submissions - first.submissions || first.text.localeCompare(second.text));
}

export async function loadStatistics(
  viewer: Viewer,
  classId: string,
  assignmentId: string,
): Promise<LoadedStatistics> {
  const db = await database();
  const membership = await requireMember(db, viewer, classId, STAFF);
  const row = await requireAssignment(db, classId, assignmentId);
  const titles = new Map(listCases().map(({ slug, meta }) => [slug, meta.title]));
  const cases = await Promise.all(
    (await readResults(db, assignmentId)).map(async ({ caseSlug, submissions, decided }) => {
      const [wording, misconceptions] = await Promise.all([
        wordingOf(db, assignmentId, caseSlug),
        readMisconceptions(db, assignmentId, caseSlug),
      ]);
      const { points, ...statistics } = assignmentStatistics(submissions);
      return {
        ...statistics,
        caseSlug,
        caseTitle: titles.get(caseSlug) ?? caseSlug,
        agreement: machineAgreement([...decided.values()].flat()),
        misconceptions,
        points: points.map((point) => ({
          ...point,
          text: wording.get(point.pointId)?.text ?? point.pointId,
          stage: wording.get(point.pointId)?.stage ?? null,
          agreement: machineAgreement(decided.get(point.pointId) ?? []),
        })),
      };
    }),
  );
  return { membership, assignment: toGradebookAssignment(row), cases };
}
