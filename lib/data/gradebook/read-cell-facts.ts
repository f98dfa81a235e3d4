/**
 * What the cells of the gradebook are made of: extensions, attempts and grades of whole assignments at once. What the
 * decided points come to is summed by the database, because a class has a hundred thousand of them, and only for
 * assignments whose grades are not released yet: after that the grade's own row says it.
 */
import "server-only";
import type { AttemptFacts, CellFacts, GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import { weightedPercent } from "@/lib/classroom/score";
import type { Transaction } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";

/** The facts of a student and an assignment; of those that nothing is known of, all null. */
export type FactsOf = (assignmentId: string, studentId: string | null) => CellFacts;

const NOTHING: CellFacts = { extension: null, attempt: null, grade: null };
const keyOf = (row: { assignmentId: string; studentId: string }) => `${row.assignmentId} ${row.studentId}`;
const byKey = <Row extends { assignmentId: string; studentId: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [keyOf(row), row]));

/** Submission id -> 0 to 100, of the kept submissions whose points that count are all decided. */
async function decidedPercents(
  db: Transaction,
  assignmentIds: readonly string[],
  studentId: string | null,
): Promise<Map<string, number>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ submissionId: string; earned: number; possible: number }[]>`
    select point."submissionId", sum(point.weight * point.credit) as earned, sum(point.weight) as possible
    from "SubmissionPoint" point join "Submission" submission on submission.id = point."submissionId"
    where point."assignmentId" = any(${assignmentIds}::uuid[]) and point."isExpected" and submission."isKept"
      and (${studentId}::text is null or submission."studentId" = ${studentId})
    group by point."submissionId"
    having count(*) = count(point.credit) and sum(point.weight) > 0`;
  return new Map(
    rows.map(({ submissionId, earned, possible }) => [
      submissionId,
      weightedPercent([{ weight: possible, credit: earned / possible }]),
    ]),
  );
}

/** @param studentId null: of everybody */
export async function readCellFacts(
  db: Transaction,
  assignments: readonly GradebookAssignment[],
  studentId: string | null = null,
): Promise<FactsOf> {
  const ids = assignments.map(({ id }) => id);
  const unreleased = assignments.filter(
    ({ gradesReleasedAtMs, hidesStudents }) => gradesReleasedAtMs === null && !hidesStudents,
  );
  const where = { assignmentId: { in: ids }, ...(studentId === null ? {} : { studentId }) };
  const [extensions, submissions, grades, percents] = await Promise.all([
    db.extension.findMany({ where, select: { assignmentId: true, ...EXTENSION_COLUMNS } }),
    db.submission.findMany({
      where: { ...where, OR: [{ isKept: true }, { submittedAt: null }] },
      select: { id: true, assignmentId: true, studentId: true, submittedAt: true, lateSeconds: true },
      // Of a student who has handed in and is at a further attempt, what was handed in stands last and wins.
      orderBy: { isKept: "asc" },
    }),
    db.grade.findMany({
      where,
      select: { assignmentId: true, studentId: true, finalPercent: true, adjustment: true, releasedAt: true },
    }),
    decidedPercents(
      db,
      unreleased.map(({ id }) => id),
      studentId,
    ),
  ]);
  const [extensionOf, submissionOf, gradeOf] = [byKey(extensions), byKey(submissions), byKey(grades)];
  const releasedIds = new Set(
    assignments.flatMap(({ id, gradesReleasedAtMs }) => (gradesReleasedAtMs === null ? [] : [id])),
  );
  return (assignmentId, student) => {
    if (student === null) return NOTHING;
    const key = keyOf({ assignmentId, studentId: student });
    const [extension, submission, grade] = [extensionOf.get(key), submissionOf.get(key), gradeOf.get(key)];
    const attempt: AttemptFacts | null = submission
      ? {
          isSubmitted: submission.submittedAt !== null,
          lateSeconds: submission.lateSeconds,
          decidedPercent: percents.get(submission.id) ?? null,
        }
      : null;
    return {
      attempt,
      extension: extension ? toExtension(extension) : null,
      grade: grade
        ? {
            finalPercent: grade.finalPercent,
            adjustment: grade.adjustment,
            isReleased: grade.releasedAt !== null && releasedIds.has(assignmentId),
          }
        : null,
    };
  };
}
