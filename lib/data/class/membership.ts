/**
 * Who the viewer is in a class: the lock of everything in it. A class of others is answered like one that does not
 * exist. It is read at each request and never kept, so a removed member is out with the next one.
 *
 * A host's admin has no part in a class by being admin: whoever has not been made a member reads nothing in it.
 */
import "server-only";
import { type ClassRole, MEMBERS } from "@/lib/classroom/roles";
import type { Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { AppError, closed, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type Membership = {
  classId: string;
  className: string;
  timeZone: string;
  role: ClassRole;
  isArchived: boolean;
};

/** The `where` of a class in which the viewer has one of the roles; put it into every query below a class. */
export const classOf = (viewer: Viewer, roles: readonly ClassRole[] = MEMBERS) => ({
  members: { some: { userId: viewer.userId, role: { in: [...roles] }, removedAt: null } },
});

/**
 * @throws AppError not-found for who is no member, forbidden for a member of another role, closed when `toChange`
 * something in an archived class.
 */
export async function requireMember(
  db: Transaction,
  viewer: Viewer,
  classId: string,
  roles: readonly ClassRole[] = MEMBERS,
  toChange = false,
): Promise<Membership> {
  if (!isUuid(classId)) throw notFound("class");
  const row = await db.classMember.findFirst({
    where: { classId, userId: viewer.userId, removedAt: null },
    select: { role: true, class: { select: { name: true, timeZone: true, archivedAt: true } } },
  });
  if (!row) throw notFound("class");
  const role = row.role as ClassRole;
  if (!roles.includes(role)) throw new AppError("forbidden", "Your part in this class does not allow this.");
  const isArchived = row.class.archivedAt !== null;
  if (toChange && isArchived)
    throw closed("This class is archived: it can be read, and nothing in it changes. Open it again first.");
  return { classId, className: row.class.name, timeZone: row.class.timeZone, role, isArchived };
}
