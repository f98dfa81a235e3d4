/**
 * Where a submission stands in the queue as it is ordered, and which come before and after it. The order depends on
 * nothing that grading changes, so that stepping on never skips and never repeats.
 */
import "server-only";
import type { GradingView } from "@/lib/classroom/grading/view";
import type { Database } from "@/lib/data/database";
import { hidesStudents } from "@/lib/data/submission/student-label";
import { Prisma } from "@/lib/generated/prisma/client";
import type { GradedAssignment } from "./graded-assignment";
import { countedPoints, inOrder, isDoubtful, keptSubmissions } from "./queue-sql";

export type Neighbours = {
  /** From 1; null for an attempt that is not kept. */
  place: number | null;
  total: number;
  /** Submissions in which a point that counts is undecided, in the stage or in all. */
  open: number;
  previous: string | null;
  next: string | null;
  /** The nearest undecided ones; from the end on it starts anew. */
  previousOpen: string | null;
  nextOpen: string | null;
};

export async function loadNeighbours(
  db: Database,
  assignment: GradedAssignment,
  submissionId: string,
  view: Pick<GradingView, "stage" | "order">,
): Promise<Neighbours> {
  const { sql, empty } = Prisma;
  const counted = countedPoints(assignment.id, view);
  const hidesNames = hidesStudents(assignment);
  // Counted only where it orders: it reads every point.
  const [doubts, joined] =
    view.order === "doubts"
      ? [
          sql`coalesce(d.doubts, 0)`,
          sql`LEFT JOIN (
            SELECT p."submissionId", count(*) AS doubts FROM "SubmissionPoint" p
            WHERE ${counted} AND ${isDoubtful} GROUP BY p."submissionId"
          ) d ON d."submissionId" = s.id`,
        ]
      : [sql`0`, empty];
  const [row] = await db.$queryRaw<Neighbours[]>`
    WITH open AS MATERIALIZED (
      SELECT DISTINCT p."submissionId" AS id FROM "SubmissionPoint" p WHERE ${counted} AND p.credit IS NULL
    ), queued AS (
      SELECT s.id, s.alias, u.name, ${doubts} AS doubts
      FROM "Submission" s JOIN "User" u ON u.id = s."studentId" ${joined}
      WHERE ${keptSubmissions(assignment.id)}
    ), listed AS MATERIALIZED (
      SELECT s.id, row_number() OVER (ORDER BY ${inOrder(view, hidesNames, sql`s.name`)}) AS place,
        s.id IN (SELECT id FROM open) AS "isOpen"
      FROM queued s
    ), here AS (SELECT place FROM listed WHERE id = ${submissionId}::uuid),
    others AS (
      SELECT l.*, l.place > coalesce((SELECT place FROM here), 0) AS "isAfter"
      FROM listed l WHERE l.id <> ${submissionId}::uuid
    )
    SELECT (SELECT place::int FROM here) AS place,
      (SELECT count(*)::int FROM listed) AS total,
      (SELECT count(*)::int FROM listed WHERE "isOpen") AS open,
      (SELECT id FROM others WHERE NOT "isAfter" ORDER BY place DESC LIMIT 1) AS previous,
      (SELECT id FROM others WHERE "isAfter" ORDER BY place LIMIT 1) AS next,
      (SELECT id FROM others WHERE "isOpen" ORDER BY "isAfter", place DESC LIMIT 1) AS "previousOpen",
      (SELECT id FROM others WHERE "isOpen" ORDER BY "isAfter" DESC, place LIMIT 1) AS "nextOpen"`;
  if (!row) throw new Error("A query of counts gave no row.");
  return row;
}
