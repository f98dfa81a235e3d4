/**
 * The queue of an assignment: one page of its kept submissions, by stage across students or student by student, with
 * how much of each is decided, and how far the grading of each stage is. The database counts; a page is what is sent.
 */
import "server-only";
import type { GradingView } from "@/lib/classroom/grading/view";
import { groupBy } from "@/lib/classroom/group-by";
import { type ClassRole, STAFF } from "@/lib/classroom/roles";
import { submissionScore } from "@/lib/classroom/score";
import { type Database, database } from "@/lib/data/database";
import { SCORED_COLUMNS, toScored } from "@/lib/data/submission/keep-attempt";
import { hidesStudents, studentLabel } from "@/lib/data/submission/student-label";
import type { Stage } from "@/lib/framework/stages";
import { STAGES } from "@/lib/framework/stages";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import { type AssignmentIds, type GradedAssignment, gradedAssignment } from "./graded-assignment";
import { countedPoints, filtered, inOrder, isDiffering, isDoubtful, keptSubmissions } from "./queue-sql";
import { type HandedIn, readHandedIn } from "./read-handed-in";
import { aliveSince } from "./visit-submission";

export const QUEUE_PAGE_SIZE = 50;

export type QueueRow = {
  submissionId: string;
  label: string;
  attempt: number;
  points: number;
  decided: number;
  /** Points of which the machine says that a person should judge. */
  doubts: number;
  lateSeconds: number;
  evidence: number;
  openRegrades: number;
  /** Things the machine noticed about the answer as a whole. */
  flags: string[];
  /** 0 to 100; what is undecided counts as the machine suggests it. */
  percent: number;
  /** Who is on it just now, besides the reader. */
  graders: string[];
};
export type StageProgress = { stage: Stage; points: number; decided: number };
export type Queue = {
  assignment: { title: string; isAnonymous: boolean; isHidden: boolean; gradesReleasedAtMs: number | null };
  role: ClassRole;
  /** The class's. */
  timeZone: string;
  /** Of stages that count, in their order. */
  progress: StageProgress[];
  handedIn: HandedIn;
  /** Submissions that the filter lets through. */
  total: number;
  rows: QueueRow[];
  pageSize: number;
};

type Counted = {
  id: string;
  alias: number;
  name: string | null;
  attempt: number;
  lateSeconds: number;
  points: number;
  decided: number;
  doubts: number;
  evidence: number;
  openRegrades: number;
  total: number;
};

function countedPage(db: Database, assignmentId: string, view: GradingView, hidesNames: boolean) {
  const { sql, empty } = Prisma;
  const first = view.order === "undecided" ? sql`(coalesce(p.decided, 0) >= coalesce(p.points, 0)), ` : empty;
  return db.$queryRaw<Counted[]>`
    SELECT s.id, s.alias, ${hidesNames ? sql`NULL` : sql`u.name`} AS name, s.attempt, s."lateSeconds",
      coalesce(p.points, 0) AS points, coalesce(p.decided, 0) AS decided, coalesce(p.doubts, 0) AS doubts,
      (SELECT count(*)::int FROM "LabEvidence" e WHERE e."submissionId" = s.id) AS evidence,
      (SELECT count(*)::int FROM "RegradeRequest" r
        WHERE r."submissionId" = s.id AND r.status = 'open') AS "openRegrades",
      (count(*) OVER ())::int AS total
    FROM "Submission" s
    JOIN "User" u ON u.id = s."studentId"
    LEFT JOIN (
      SELECT p."submissionId", count(*)::int AS points, count(p.credit)::int AS decided,
        (count(*) FILTER (WHERE ${isDoubtful}))::int AS doubts,
        (count(*) FILTER (WHERE ${isDiffering}))::int AS differing
      FROM "SubmissionPoint" p WHERE ${countedPoints(assignmentId, view)} GROUP BY p."submissionId"
    ) p ON p."submissionId" = s.id
    WHERE ${keptSubmissions(assignmentId)} ${filtered(view, hidesNames)}
    ORDER BY ${first} ${inOrder(view, hidesNames)}
    LIMIT ${QUEUE_PAGE_SIZE} OFFSET ${(view.page - 1) * QUEUE_PAGE_SIZE}`;
}

async function stageProgress(db: Database, assignmentId: string): Promise<StageProgress[]> {
  const rows = await db.$queryRaw<{ stage: string; points: number; decided: number }[]>`
    SELECT p.stage, count(*)::int AS points, count(p.credit)::int AS decided
    FROM "SubmissionPoint" p JOIN "Submission" s ON s.id = p."submissionId"
    WHERE ${countedPoints(assignmentId, { stage: null })} AND ${keptSubmissions(assignmentId)}
    GROUP BY p.stage`;
  const byStage = new Map(rows.map((row) => [row.stage, row]));
  return STAGES.flatMap((stage) => {
    const row = byStage.get(stage);
    return row ? [{ ...row, stage }] : [];
  });
}

/** What only the rows of one page need: their points for the score, the machine's flags, who is on them. */
async function pageDetails(db: Database, ids: string[], stage: Stage | null, viewer: Viewer, now: Date) {
  const [points, flags, visits] = await Promise.all([
    db.submissionPoint.findMany({
      where: { submissionId: { in: ids }, isExpected: true, ...(stage ? { stage } : {}) },
      select: { submissionId: true, ...SCORED_COLUMNS },
    }),
    db.$queryRaw<{ id: string; flags: string[] | null }[]>`
      SELECT s.id, r.content -> 'flags' AS flags
      FROM "Submission" s JOIN "Report" r ON r."interviewId" = s."interviewId"
      WHERE s.id = ANY(${ids}::uuid[])`,
    db.gradingVisit.findMany({
      where: { submissionId: { in: ids }, userId: { not: viewer.userId }, heardAt: { gt: aliveSince(now) } },
      select: { submissionId: true, user: { select: { name: true } } },
    }),
  ]);
  const scored = groupBy(points, ({ submissionId }) => submissionId);
  return {
    percentOf: (id: string) => submissionScore((scored.get(id) ?? []).map(toScored)).suggestedPercent,
    flagsOf: (id: string) => flags.find((row) => row.id === id)?.flags ?? [],
    gradersOf: (id: string) => visits.filter((row) => row.submissionId === id).map(({ user }) => user.name),
  };
}

async function queueRows(
  db: Database,
  viewer: Viewer,
  assignment: GradedAssignment,
  view: GradingView,
  now: Date,
): Promise<{ total: number; rows: QueueRow[] }> {
  const counted = await countedPage(db, assignment.id, view, hidesStudents(assignment));
  const ids = counted.map(({ id }) => id);
  const details = await pageDetails(db, ids, view.stage, viewer, now);
  const rows = counted.map(({ id, name, alias, total: _, ...row }) => ({
    ...row,
    submissionId: id,
    label: studentLabel(assignment, { alias, student: { name: name ?? "" } }).label,
    percent: details.percentOf(id),
    flags: details.flagsOf(id),
    graders: details.gradersOf(id),
  }));
  return { total: counted[0]?.total ?? 0, rows };
}

export async function loadQueue(
  viewer: Viewer,
  ids: AssignmentIds,
  view: GradingView,
  now: Date,
): Promise<Queue> {
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, ids, STAFF);
  const [page, progress, handedIn] = await Promise.all([
    queueRows(db, viewer, assignment, view, now),
    stageProgress(db, assignment.id),
    readHandedIn(db, assignment, now),
  ]);
  const { title, isAnonymous, gradesReleasedAt, member } = assignment;
  return {
    assignment: {
      ...{ title, isAnonymous, isHidden: hidesStudents(assignment) },
      gradesReleasedAtMs: gradesReleasedAt?.getTime() ?? null,
    },
    ...{ role: member.role, timeZone: member.timeZone },
    ...{ progress, handedIn, pageSize: QUEUE_PAGE_SIZE },
    ...page,
  };
}
