/**
 * What people have decided of an assignment moves the suggestions for what is undecided (lib/classroom/calibration,
 * decision 39). Read and reckoned stage by stage before anything is locked; a point that is decided meanwhile keeps what
 * it has. Nothing a person decided ever changes here.
 */
import "server-only";
import { LEAST_GRADED } from "@/lib/classroom/calibration/adjust-credit";
import { type AdjustedPoint, adjustStage, type StageAnswer } from "@/lib/classroom/calibration/adjust-stage";
import { groupBy } from "@/lib/classroom/group-by";
import { STAFF } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { type Database, database, type Transaction } from "@/lib/data/database";
import {
  type AssignmentIds,
  type GradedAssignment,
  gradedAssignment,
  lockedAssignment,
} from "@/lib/data/grading/graded-assignment";
import { inTurns } from "@/lib/data/in-turns";
import { keepAttempts } from "@/lib/data/submission/keep-attempt";
import { closed } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type Recalibrated = {
  /** Points that are decided often enough to be learnt from. */
  points: number;
  /** Decided answers to points, and undecided ones whose suggestion is another one now. */
  decided: number;
  changed: number;
};

type Row = { submissionId: string; caseSlug: string; pointId: string } & Pick<
  StageAnswer["points"][number],
  "machineCredit" | "credit"
>;

const TRANSACTION = { timeout: 60_000, maxWait: 10_000 } as const;
const WRITTEN_AT_ONCE = 5_000;

/** The answers to one stage by case, as a point of one case is not learnt from another's answers. */
async function readStage(db: Database, assignmentId: string, stage: string): Promise<StageAnswer[][]> {
  const [rows, texts] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT p."submissionId", i."caseSlug", p."pointId", p."machineCredit", p.credit
      FROM "SubmissionPoint" p
      JOIN "Submission" s ON s.id = p."submissionId" AND s."submittedAt" IS NOT NULL
      JOIN "Interview" i ON i.id = s."interviewId"
      WHERE p."assignmentId" = ${assignmentId}::uuid AND p.stage = ${stage}
      ORDER BY p."submissionId", p.position`,
    db.$queryRaw<{ submissionId: string; text: string | null }[]>`
      SELECT s.id AS "submissionId",
        coalesce(r.content -> 'answers' ->> ${stage}, r.content -> 'answers' ->> 'whole') AS text
      FROM "Submission" s JOIN "Report" r ON r."interviewId" = s."interviewId"
      WHERE s."assignmentId" = ${assignmentId}::uuid AND s."submittedAt" IS NOT NULL`,
  ]);
  const textOf = new Map(texts.map(({ submissionId, text }) => [submissionId, text ?? ""]));
  return [...groupBy(rows, ({ caseSlug }) => caseSlug).values()].map((ofCase) =>
    [...groupBy(ofCase, ({ submissionId }) => submissionId)].map(([submissionId, points]) => ({
      ...{ submissionId, points },
      text: textOf.get(submissionId) ?? "",
    })),
  );
}

async function reckon(db: Database, assignmentId: string) {
  const stages = await db.submissionPoint.findMany({
    where: { assignmentId, credit: { not: null } },
    distinct: ["stage"],
    select: { stage: true },
  });
  const adjusted: AdjustedPoint[] = [];
  let [points, decided] = [0, 0];
  for (const { stage } of stages)
    for (const answers of await readStage(db, assignmentId, stage)) {
      const graded = answers.flatMap((answer) => answer.points.filter(({ credit }) => credit !== null));
      const often = [...groupBy(graded, ({ pointId }) => pointId).values()];
      points += often.filter(({ length }) => length >= LEAST_GRADED).length;
      decided += graded.length;
      const ofStage = await inTurns(adjustStage(answers));
      adjusted.push(...ofStage.filter(({ by }) => by > 0));
    }
  return { adjusted, points, decided };
}

/** Suggestions that nothing moves any more are the machine's again. Returns the students whose suggestions moved. */
async function write(tx: Transaction, assignmentId: string, adjusted: readonly AdjustedPoint[]) {
  const moved: string[] = [];
  const kept = new Set(adjusted.map(({ submissionId, pointId }) => `${submissionId} ${pointId}`));
  const before = await tx.submissionPoint.findMany({
    where: { assignmentId, credit: null, adjustedCredit: { not: null } },
    select: { submissionId: true, pointId: true },
  });
  const gone = before.filter(({ submissionId, pointId }) => !kept.has(`${submissionId} ${pointId}`));
  const all = [
    ...adjusted,
    ...gone.map(({ submissionId, pointId }) => ({ submissionId, pointId, credit: null, by: 0 })),
  ];
  for (let from = 0; from < all.length; from += WRITTEN_AT_ONCE) {
    const part = all.slice(from, from + WRITTEN_AT_ONCE);
    const rows = await tx.$queryRaw<{ studentId: string }[]>`
      UPDATE "SubmissionPoint" p SET "adjustedCredit" = n.credit, "adjustedBy" = n.moved
      FROM unnest(${part.map(({ submissionId }) => submissionId)}::uuid[], ${part.map(({ pointId }) => pointId)}::text[],
        ${part.map(({ credit }) => (credit === null ? null : String(credit)))}::text[]::float8[], ${part.map(({ by }) => by)}::int[])
        AS n(submission, point, credit, moved), "Submission" s
      WHERE p."submissionId" = n.submission AND p."pointId" = n.point AND s.id = p."submissionId"
        AND p."assignmentId" = ${assignmentId}::uuid AND p.credit IS NULL
        AND (p."adjustedCredit" IS DISTINCT FROM n.credit OR p."adjustedBy" <> n.moved)
      RETURNING s."studentId"`;
    for (const { studentId } of rows) moved.push(studentId);
  }
  return moved;
}

function refuseReleased({ gradesReleasedAt }: GradedAssignment): void {
  if (gradesReleasedAt)
    throw closed("The grades are out: withdraw them first, as suggestions may be part of them.");
}

/** @throws AppError as gradedAssignment does, and closed while the grades are out. */
export async function recalibrate(viewer: Viewer, input: AssignmentIds, now: Date): Promise<Recalibrated> {
  const db = await database();
  refuseReleased(await gradedAssignment(db, viewer, input, STAFF, true));
  const { adjusted, points, decided } = await reckon(db, input.assignmentId);
  return db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, input, STAFF, "update");
    refuseReleased(assignment);
    const moved = await write(tx, assignment.id, adjusted);
    await keepAttempts(tx, assignment.id, [...new Set(moved)]);
    const result = { points, decided, changed: moved.length };
    const act = { classId: assignment.classId, assignmentId: assignment.id, after: result };
    if (moved.length > 0) await appendClassLog(tx, viewer, [{ ...act, kind: "points-recalibrated" }], now);
    return result;
  }, TRANSACTION);
}
