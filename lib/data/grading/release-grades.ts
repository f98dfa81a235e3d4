/**
 * Releases the grades of an assignment, all at once, and takes them back (decision 37). Every point that counts must
 * be decided, unless the instructor says that what is undecided takes the machine's suggestion. Released twice, nothing
 * changes but what has changed since.
 */
import "server-only";
import { latePolicySchema } from "@/lib/classroom/assignment";
import {
  gradeOfMissing,
  gradeOfWork,
  isSameGrade,
  NO_ADJUSTMENT,
  type StudentGrade,
} from "@/lib/classroom/grading/student-grade";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import { fellowsShares } from "@/lib/data/peer-review/peer-percents";
import { SCORED_COLUMNS, toScored } from "@/lib/data/submission/keep-attempt";
import { closed } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { type AssignmentIds, type GradedAssignment, lockedAssignment } from "./graded-assignment";
import { readStandings } from "./read-handed-in";

export type Released = { released: number; changed: number; missing: number; undecided: number };

const COLUMNS = {
  id: true,
  studentId: true,
  lateSeconds: true,
  points: { where: { isExpected: true }, select: SCORED_COLUMNS },
} as const;
const TRANSACTION = { timeout: 60_000, maxWait: 10_000 } as const;

/** The grade of everybody who has one now, by student; `undecided` counts submissions that have none yet. */
async function computeGrades(
  tx: Transaction,
  assignment: GradedAssignment,
  adjustments: ReadonlyMap<string, { adjustment: number; adjustmentReason: string }>,
  takesSuggestions: boolean,
  now: Date,
) {
  const policy = latePolicySchema.parse(assignment.latePolicy);
  const works = await tx.submission.findMany({
    where: { assignmentId: assignment.id, isKept: true, submittedAt: { not: null } },
    select: COLUMNS,
  });
  const shares = await fellowsShares(tx, assignment.id);
  const grades = new Map<string, StudentGrade>();
  let undecided = 0;
  for (const { studentId, points, ...work } of works) {
    const by = adjustments.get(studentId) ?? NO_ADJUSTMENT;
    const grade = gradeOfWork(
      { ...work, points: points.map(toScored), fellows: shares.get(work.id) ?? null },
      policy,
      by,
      takesSuggestions,
    );
    if (grade) grades.set(studentId, grade);
    else undecided++;
  }
  const standings = await readStandings(tx, assignment, now);
  const missing = standings.filter(({ standing }) => standing === "missing");
  for (const { studentId } of missing)
    grades.set(studentId, gradeOfMissing(adjustments.get(studentId) ?? NO_ADJUSTMENT));
  return { grades, undecided, missing: missing.length };
}

/** @throws AppError closed, with how many are undecided, when some are and suggestions are not to be taken. */
export async function releaseGrades(
  viewer: Viewer,
  input: AssignmentIds & { takesSuggestions: boolean },
  now: Date,
): Promise<Released> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, input, INSTRUCTORS, "update");
    const { id: assignmentId, classId } = assignment;
    const existing = await tx.grade.findMany({ where: { assignmentId } });
    const before = new Map(existing.map((row) => [row.studentId, row]));
    const { takesSuggestions } = input;
    const { grades, undecided, missing } = await computeGrades(tx, assignment, before, takesSuggestions, now);
    if (undecided > 0)
      throw closed(
        `${undecided} ${undecided === 1 ? "submission has" : "submissions have"} undecided points. Decide them, or release with the machine's suggestions in their place.`,
      );
    const changed = [...grades].filter(([studentId, grade]) => {
      const row = before.get(studentId);
      return !row?.releasedAt || !isSameGrade(row, grade);
    });
    const counts = { released: grades.size, changed: changed.length, missing, undecided };
    if (changed.length === 0 && assignment.gradesReleasedAt) return counts;
    const releasedAt = assignment.gradesReleasedAt ?? now;
    await tx.grade.deleteMany({
      where: { assignmentId, studentId: { in: changed.map(([studentId]) => studentId) } },
    });
    await tx.grade.createMany({
      data: changed.map(([studentId, grade]) => ({
        ...{ assignmentId, studentId, releasedAt, ...grade },
        revision: (before.get(studentId)?.revision ?? -1) + 1,
      })),
    });
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { gradesReleasedAt: releasedAt },
      select: { id: true },
    });
    const act = { classId, assignmentId, kind: "grades-released" as const };
    const after = { takesSuggestions, grades: grades.size, changed: changed.length, missing };
    await appendClassLog(tx, viewer, [{ ...act, after }], now);
    return counts;
  }, TRANSACTION);
}

/** Nobody sees a grade any more; adjustments and decisions stay. Withdrawn twice, nothing changes. */
export async function withdrawGrades(
  viewer: Viewer,
  input: AssignmentIds,
  now: Date,
): Promise<{ withdrawn: number }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const {
      id: assignmentId,
      classId,
      gradesReleasedAt,
    } = await lockedAssignment(tx, viewer, input, INSTRUCTORS, "update");
    if (!gradesReleasedAt) return { withdrawn: 0 };
    const { count } = await tx.grade.updateMany({
      where: { assignmentId, releasedAt: { not: null } },
      data: { releasedAt: null, revision: { increment: 1 } },
    });
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { gradesReleasedAt: null },
      select: { id: true },
    });
    const act = { classId, assignmentId, kind: "grades-withdrawn" as const };
    await appendClassLog(tx, viewer, [{ ...act, before: { grades: count } }], now);
    return { withdrawn: count };
  }, TRANSACTION);
}
