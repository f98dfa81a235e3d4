/**
 * The row of a class, locked until the transaction ends: whoever joins, leaves or changes roles comes one after the
 * other, so that the last use of a code is given once and the last instructor cannot go twice.
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import { conflict } from "@/lib/errors";

export type LockedClass = {
  id: string;
  archivedAt: Date | null;
  joinCode: string | null;
  joinCodeExpiresAt: Date | null;
  joinCodeLimit: number | null;
  joinCodeUses: number;
  isRosterOnly: boolean;
};

export async function lockClass(db: Transaction, classId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "Class" WHERE "id" = ${classId}::uuid FOR UPDATE`;
}

export async function lockClassByCode(db: Transaction, code: string): Promise<LockedClass | null> {
  const rows = await db.$queryRaw<LockedClass[]>`
    SELECT "id", "archivedAt", "joinCode", "joinCodeExpiresAt", "joinCodeLimit", "joinCodeUses", "isRosterOnly"
    FROM "Class" WHERE "joinCode" = ${code} FOR UPDATE`;
  return rows[0] ?? null;
}

/** Call with the class locked, before `userId` stops being an instructor. @throws AppError conflict */
export async function keepAnInstructor(db: Transaction, classId: string, userId: string): Promise<void> {
  const others = await db.classMember.count({
    where: { classId, role: "instructor", removedAt: null, userId: { not: userId } },
  });
  if (others === 0) throw conflict("A class needs an instructor. Make somebody else instructor first.");
}
