/**
 * The assignment that a change of the staff is about: found by its id and its class together, so that an id of another
 * class is answered like a missing one, and locked until the transaction ends. A first start waits for the lock, or the
 * change for the start: none slips between what is looked at and what is written.
 */
import "server-only";
import { type ClassRole, INSTRUCTORS } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { type AssignmentIds, lockAssignment } from "@/lib/data/grading/graded-assignment";
import { conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { SETTINGS_COLUMNS, type SettingsColumns } from "./assignment-row";

export type ChangedAssignment = SettingsColumns & {
  id: string;
  status: string;
  revision: number;
  gradesReleasedAt: Date | null;
  _count: { submissions: number };
};

/** @throws AppError not-found, forbidden or closed, as requireMember does */
export async function assignmentToChange(
  tx: Transaction,
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  roles: readonly ClassRole[] = INSTRUCTORS,
): Promise<{ member: Membership; assignment: ChangedAssignment }> {
  const member = await requireMember(tx, viewer, classId, roles, true);
  await lockAssignment(tx, { classId, assignmentId }, "update");
  const assignment = await tx.assignment.findFirst({
    where: { id: assignmentId, classId },
    select: {
      ...SETTINGS_COLUMNS,
      id: true,
      status: true,
      revision: true,
      gradesReleasedAt: true,
      _count: { select: { submissions: true } },
    },
  });
  if (!assignment) throw notFound("assignment");
  return { member, assignment };
}

/** @throws AppError conflict when somebody else changed it since it was read */
export function requireRevision(assignment: { revision: number }, seen: number): void {
  if (assignment.revision !== seen)
    throw conflict(
      "Somebody else changed this assignment since you opened it. Nothing of yours was saved: open it again in another tab, compare, and save there.",
    );
}
