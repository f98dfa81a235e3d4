/** Grades that are out follow when what they are made of has moved: lateness, what it costs, which attempt counts. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import type { Transaction } from "@/lib/data/database";
import { type AssignmentIds, gradedAssignment } from "@/lib/data/grading/graded-assignment";
import { afterDeciding } from "@/lib/data/grading/update-released-grade";
import type { Viewer } from "@/lib/viewer";

/** What may touch each student of a large class. */
export const LONG_TRANSACTION = { timeout: 60_000, maxWait: 10_000 } as const;

/** Keeps the right attempt of each, and logs every released grade that changes. */
export async function refreshGrades(
  tx: Transaction,
  viewer: Viewer,
  ids: AssignmentIds,
  studentIds: Iterable<string>,
  now: Date,
): Promise<void> {
  const assignment = await gradedAssignment(tx, viewer, ids, STAFF);
  await afterDeciding(tx, viewer, assignment, [...new Set(studentIds)], now);
}
