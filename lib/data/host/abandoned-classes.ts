/**
 * Classes whose instructors are all gone. An administrator may name a new one there and nowhere else; it says so in the
 * class's log. They see the name of the class and how many are in it, and nothing of what is inside.
 */
import "server-only";
import { appendClassLog } from "@/lib/data/class/append-log";
import { lockClass } from "@/lib/data/class/lock-class";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { findAccount, requireAdmin } from "./give-role";

export type AbandonedClass = { classId: string; name: string; members: number; createdAt: Date };

const without = { members: { none: { role: "instructor", removedAt: null } } };
const MOST_LISTED = 100;

export async function listAbandonedClasses(viewer: Viewer): Promise<AbandonedClass[]> {
  requireAdmin(viewer);
  const db = await database();
  const rows = await db.class.findMany({
    where: without,
    select: {
      ...{ id: true, name: true, createdAt: true },
      _count: { select: { members: { where: { removedAt: null } } } },
    },
    orderBy: { createdAt: "asc" },
    take: MOST_LISTED,
  });
  return rows.map(({ id, name, createdAt, _count }) => ({
    classId: id,
    ...{ name, createdAt, members: _count.members },
  }));
}

/** @param email of the account that becomes its instructor, whatever it was in the class before */
export async function nameInstructor(
  viewer: Viewer,
  classId: string,
  email: string,
  now: Date,
): Promise<void> {
  const { userId } = await findAccount(viewer, email);
  if (!isUuid(classId)) throw notFound("class");
  const db = await database();
  await db.$transaction(async (tx) => {
    await lockClass(tx, classId);
    const row = await tx.class.findUnique({ where: { id: classId }, select: { id: true } });
    if (!row) throw notFound("class");
    const isAbandoned = await tx.class.count({ where: { id: classId, ...without } });
    if (isAbandoned === 0) throw conflict("This class has an instructor, who decides who else becomes one.");
    const part = { role: "instructor", removedAt: null, hasLeft: false };
    await tx.classMember.upsert({
      where: { classId_userId: { classId, userId } },
      create: { classId, userId, joinedAt: now, ...part },
      update: part,
    });
    const act = { classId, studentId: userId, after: { role: "instructor" } };
    await appendClassLog(tx, viewer, [{ ...act, kind: "instructor-named" }], now);
  });
}
