/** Takes one person off the roster. A member stays a member; who has not joined is not expected any more. */
import "server-only";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export async function dropRosterEntry(
  viewer: Viewer,
  classId: string,
  entryId: string,
  now: Date,
): Promise<void> {
  if (!isUuid(entryId)) throw notFound("row");
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, INSTRUCTORS, true);
    const { count } = await tx.rosterEntry.deleteMany({ where: { id: entryId, classId } });
    if (count === 0) throw notFound("row");
    await appendClassLog(tx, viewer, [{ classId, kind: "roster-changed", after: { dropped: 1 } }], now);
  });
}
