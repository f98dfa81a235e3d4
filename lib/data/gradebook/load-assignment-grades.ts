/** The kept submissions of one assignment with their grades, each under the label that may be shown. For the staff. */
import "server-only";
import { cellOf, type GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import type { LabelledGrade } from "@/lib/classroom/gradebook/gradebook-csv";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { studentLabel } from "@/lib/data/submission/student-label";
import type { Viewer } from "@/lib/viewer";
import { requireAssignment } from "./load-statistics";
import { toGradebookAssignment } from "./read-assignments";
import { readCellFacts } from "./read-cell-facts";

export type AssignmentGrades = {
  className: string;
  assignment: GradebookAssignment;
  grades: LabelledGrade[];
};

export async function loadAssignmentGrades(
  viewer: Viewer,
  classId: string,
  assignmentId: string,
  now: Date,
): Promise<AssignmentGrades> {
  const db = await database();
  const { className } = await requireMember(db, viewer, classId, STAFF);
  const row = await requireAssignment(db, classId, assignmentId);
  // No row of this list has a name while students are hidden, so its grades need not be.
  const assignment = { ...toGradebookAssignment(row), hidesStudents: false };
  const factsOf = await readCellFacts(db, [assignment]);
  const submissions = await db.submission.findMany({
    where: { assignmentId, isKept: true },
    select: { studentId: true, alias: true, student: { select: { name: true } } },
  });
  const grades = submissions
    .map((submission) => ({
      label: studentLabel(row, submission).label,
      cell: cellOf(assignment, factsOf(assignmentId, submission.studentId), now.getTime()),
    }))
    .sort((first, second) => first.label.localeCompare(second.label, "en", { numeric: true }));
  return { className, assignment, grades };
}
