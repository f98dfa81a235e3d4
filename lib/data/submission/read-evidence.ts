/** An attached lab run, for who may check it: the staff of its class, and the student who attached it. */
import "server-only";
import { type Outcome, outcomeSchema } from "@/lib/classroom/evidence/outcome";
import { STAFF, STUDENTS } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { studentLabel } from "./student-label";

export type EvidenceToCheck = {
  title: string;
  whose: string;
  attachedAtMs: number;
  /** The address that is run again. */
  path: string;
  outcome: Outcome;
};

export async function readEvidence(viewer: Viewer, evidenceId: string): Promise<EvidenceToCheck> {
  if (!isUuid(evidenceId)) throw notFound("lab run");
  const db = await database();
  const row = await db.labEvidence.findFirst({
    where: {
      id: evidenceId,
      OR: [
        { submission: { assignment: { class: classOf(viewer, STAFF) } } },
        { submission: { studentId: viewer.userId, assignment: { class: classOf(viewer, STUDENTS) } } },
      ],
    },
    select: {
      path: true,
      outcome: true,
      createdAt: true,
      submission: {
        select: {
          alias: true,
          studentId: true,
          student: { select: { name: true } },
          assignment: { select: { title: true, isAnonymous: true, gradesReleasedAt: true } },
        },
      },
    },
  });
  if (!row) throw notFound("lab run");
  const { assignment, studentId } = row.submission;
  return {
    title: assignment.title,
    whose: studentId === viewer.userId ? "you" : studentLabel(assignment, row.submission).label,
    attachedAtMs: row.createdAt.getTime(),
    path: row.path,
    outcome: outcomeSchema.parse(row.outcome),
  };
}
