/** A student's own grades in a class: only what is released. */
import "server-only";
import { type GradebookAssignment, ownCell } from "@/lib/classroom/gradebook/cell";
import { type GradebookRow, gradebookRow } from "@/lib/classroom/gradebook/rows";
import { STUDENTS } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { readAssignments } from "./read-assignments";
import { readCellFacts } from "./read-cell-facts";
import { readStudents } from "./read-students";

export type OwnGrades = {
  membership: Membership;
  assignments: GradebookAssignment[];
  row: GradebookRow;
  /** Assignment id -> the kept submission of a released grade, where its results are read. */
  results: Map<string, string>;
};

export async function loadOwnGrades(viewer: Viewer, classId: string, now: Date): Promise<OwnGrades> {
  const db = await database();
  const membership = await requireMember(db, viewer, classId, STUDENTS);
  const [all, [student]] = await Promise.all([
    readAssignments(db, classId),
    readStudents(db, classId, viewer.userId),
  ]);
  if (!student) throw notFound("class");
  const factsOf = await readCellFacts(db, all, viewer.userId);
  const cells = all.map((assignment) =>
    ownCell(assignment, factsOf(assignment.id, viewer.userId), now.getTime()),
  );
  // What is not released to this student is not named to them either.
  const shown = all.flatMap((assignment, i) => {
    const cell = cells[i];
    return cell && cell.state !== "not-released" ? [{ assignment, cell }] : [];
  });
  const assignments = shown.map(({ assignment }) => assignment);
  const kept = await db.submission.findMany({
    where: { assignmentId: { in: assignments.map(({ id }) => id) }, studentId: viewer.userId, isKept: true },
    select: { id: true, assignmentId: true },
  });
  const released = new Set(
    shown.filter(({ cell }) => cell.state === "released").map(({ assignment }) => assignment.id),
  );
  return {
    membership,
    assignments,
    row: gradebookRow(
      student,
      assignments,
      shown.map(({ cell }) => cell),
    ),
    results: new Map(
      kept.filter(({ assignmentId }) => released.has(assignmentId)).map((row) => [row.assignmentId, row.id]),
    ),
  };
}
