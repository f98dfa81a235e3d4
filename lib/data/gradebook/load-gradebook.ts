/** The whole gradebook of a class for its staff: every student beside every published assignment. */
import "server-only";
import { cellOf, type GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import { type GradebookRow, gradebookRow } from "@/lib/classroom/gradebook/rows";
import { STAFF } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { readAssignments } from "./read-assignments";
import { readCellFacts } from "./read-cell-facts";
import { readStudents } from "./read-students";

export type Gradebook = {
  membership: Membership;
  assignments: GradebookAssignment[];
  rows: GradebookRow[];
  /** Of the roster, by name. */
  sections: string[];
};

export async function loadGradebook(viewer: Viewer, classId: string, now: Date): Promise<Gradebook> {
  const db = await database();
  const membership = await requireMember(db, viewer, classId, STAFF);
  const [assignments, students] = await Promise.all([
    readAssignments(db, classId),
    readStudents(db, classId),
  ]);
  const factsOf = await readCellFacts(db, assignments);
  const rows = students.map((student) =>
    gradebookRow(
      student,
      assignments,
      assignments.map((assignment) =>
        cellOf(assignment, factsOf(assignment.id, student.userId), now.getTime()),
      ),
    ),
  );
  const sections = new Set(students.flatMap(({ section }) => (section ? [section] : [])));
  return { membership, assignments, rows, sections: [...sections].sort() };
}
