/**
 * One student's whole record in a class, read for one of two readers. The staff sees everything except of assignments
 * that are still graded without names; a student sees their own work always, and what others made of it when released.
 */
import "server-only";
import { type Cell, cellOf, type GradebookAssignment, ownCell } from "@/lib/classroom/gradebook/cell";
import { type GradebookStudent, gradebookRow } from "@/lib/classroom/gradebook/rows";
import { isStaff, MEMBERS } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { AppError, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { readAssignments } from "./read-assignments";
import { readCellFacts } from "./read-cell-facts";
import { readStudents } from "./read-students";

export type RecordScope = {
  membership: Membership;
  reader: "staff" | "student";
  student: GradebookStudent & { userId: string };
  totalPercent: number | null;
  entries: { assignment: GradebookAssignment; cell: Cell; showsWork: boolean; showsGrade: boolean }[];
};

/**
 * Whose record it is, what of it may be read, and the state of each assignment.
 * @throws AppError not-found for a student who is not in the class, forbidden for another student of it
 */
export async function readRecordScope(
  db: Transaction,
  viewer: Viewer,
  classId: string,
  studentId: string,
  now: Date,
): Promise<RecordScope> {
  const membership = await requireMember(db, viewer, classId, MEMBERS);
  const reader = isStaff(membership.role) ? "staff" : "student";
  if (reader === "student" && studentId !== viewer.userId)
    throw new AppError("forbidden", "Your part in this class does not allow this.");
  const [assignments, [found]] = await Promise.all([
    readAssignments(db, classId),
    readStudents(db, classId, studentId),
  ]);
  if (!found || found.userId === null) throw notFound("student");
  const factsOf = await readCellFacts(db, assignments, studentId);
  const cellFor = reader === "staff" ? cellOf : ownCell;
  const entries = assignments
    .map((assignment) => ({
      assignment,
      cell: cellFor(assignment, factsOf(assignment.id, studentId), now.getTime()),
    }))
    .filter(({ cell }) => reader === "staff" || cell.state !== "not-released")
    .map(({ assignment, cell }) => ({
      assignment,
      cell,
      showsWork: reader === "student" || !assignment.hidesStudents,
      showsGrade: reader === "staff" ? !assignment.hidesStudents : cell.percent !== null,
    }));
  const { totalPercent } = gradebookRow(
    found,
    entries.map(({ assignment }) => assignment),
    entries.map(({ cell }) => cell),
  );
  return { membership, reader, student: { ...found, userId: found.userId }, totalPercent, entries };
}
