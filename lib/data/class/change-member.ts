/**
 * Its instructors change what somebody is in a class, remove them and let them in again; everybody may leave. Whoever is
 * out is out with their next request. At least one instructor stays.
 */
import "server-only";
import { type ClassRole, INSTRUCTORS, MEMBERS } from "@/lib/classroom/roles";
import { database, type Transaction } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { appendClassLog } from "./append-log";
import { linkRoster, unlinkRoster } from "./link-roster";
import { keepAnInstructor, lockClass } from "./lock-class";
import { requireMember } from "./membership";

type Target = { classId: string; userId: string };

/** With the class locked, so that two instructors who remove each other come one after the other. */
async function inLockedClass<T>(
  viewer: Viewer,
  classId: string,
  roles: readonly ClassRole[],
  run: (tx: Transaction, role: ClassRole) => Promise<T>,
): Promise<T> {
  const db = await database();
  return db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, roles);
    await lockClass(tx, classId);
    // Asked again: somebody may have taken the role away while this waited for the lock.
    const { role } = await requireMember(tx, viewer, classId, roles, roles === INSTRUCTORS);
    return run(tx, role);
  });
}

async function roleOf(db: Transaction, { classId, userId }: Target): Promise<ClassRole> {
  const row = await db.classMember.findFirst({
    where: { classId, userId, removedAt: null },
    select: { role: true },
  });
  if (!row) throw notFound("member");
  return row.role as ClassRole;
}

const at = (target: Target) => ({ classId_userId: target });

export const changeRole = (viewer: Viewer, target: Target, role: ClassRole, now: Date): Promise<void> =>
  inLockedClass(viewer, target.classId, INSTRUCTORS, async (tx) => {
    const before = await roleOf(tx, target);
    if (before === role) return;
    if (before === "instructor") await keepAnInstructor(tx, target.classId, target.userId);
    await tx.classMember.update({ where: at(target), data: { role } });
    const act = {
      classId: target.classId,
      studentId: target.userId,
      before: { role: before },
      after: { role },
    };
    await appendClassLog(tx, viewer, [{ ...act, kind: "member-role-changed" }], now);
  });

/** Their work stays readable for the staff; the row of the roster waits for its address again. */
export const removeMember = (viewer: Viewer, target: Target, now: Date): Promise<void> =>
  inLockedClass(viewer, target.classId, INSTRUCTORS, async (tx) => {
    const before = await roleOf(tx, target);
    if (before === "instructor") await keepAnInstructor(tx, target.classId, target.userId);
    await tx.classMember.update({ where: at(target), data: { removedAt: now, hasLeft: false } });
    await unlinkRoster(tx, target.classId, target.userId);
    const act = { classId: target.classId, studentId: target.userId, before: { role: before } };
    await appendClassLog(tx, viewer, [{ ...act, kind: "member-removed" }], now);
  });

/** As what they were. Who left by themselves is not fetched back: the code lets them in. */
export const letInAgain = (viewer: Viewer, target: Target, now: Date): Promise<void> =>
  inLockedClass(viewer, target.classId, INSTRUCTORS, async (tx) => {
    const { count } = await tx.classMember.updateMany({
      where: { ...target, removedAt: { not: null }, hasLeft: false },
      data: { removedAt: null, joinedAt: now },
    });
    if (count === 0) throw notFound("removed member");
    await linkRoster(tx, target.classId, target.userId);
    const act = { classId: target.classId, studentId: target.userId };
    await appendClassLog(tx, viewer, [{ ...act, kind: "member-let-in-again" }], now);
  });

export const leaveClass = (viewer: Viewer, classId: string, now: Date): Promise<void> =>
  inLockedClass(viewer, classId, MEMBERS, async (tx, role) => {
    const target = { classId, userId: viewer.userId };
    if (role === "instructor") await keepAnInstructor(tx, classId, viewer.userId);
    await tx.classMember.update({ where: at(target), data: { removedAt: now, hasLeft: true } });
    await unlinkRoster(tx, classId, viewer.userId);
    const act = { classId, studentId: viewer.userId, before: { role } };
    await appendClassLog(tx, viewer, [{ ...act, kind: "member-left" }], now);
  });
