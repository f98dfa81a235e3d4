/**
 * Joins a class by its code. The code joins the account that is signed in and nobody else. A code that is unknown, off,
 * expired or used up, and one that does not admit this person, are refused alike: a guess learns nothing.
 */
import "server-only";
import { parseJoinCode } from "@/lib/classroom/join-code";
import { database, type Transaction } from "@/lib/data/database";
import { type Limit, returnToken, takeToken } from "@/lib/data/rate-limit/take-token";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { appendClassLog } from "./append-log";
import { type LockedClass, lockClassByCode } from "./lock-class";

/** Per account and per address. Only codes that were refused count, or a lecture hall could not join at once. */
export const GUESSES: Limit = { count: 10, windowSeconds: 600 };

const refused = () =>
  new AppError(
    "not-found",
    "This code joins no class. It may be mistyped, switched off, expired or used up, or the class is closed to you. Ask your instructor.",
  );

const isOpen = (row: LockedClass, now: Date): boolean =>
  row.archivedAt === null &&
  (row.joinCodeExpiresAt === null || row.joinCodeExpiresAt > now) &&
  (row.joinCodeLimit === null || row.joinCodeUses < row.joinCodeLimit);

/** The row of the roster that waits for this person's address. */
async function expectedEntry(db: Transaction, classId: string, userId: string): Promise<string | null> {
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const entry = await db.rosterEntry.findFirst({
    where: { classId, email: email.toLowerCase(), memberUserId: null },
    select: { id: true },
  });
  return entry?.id ?? null;
}

async function join(db: Transaction, viewer: Viewer, code: string, now: Date): Promise<string> {
  const { userId } = viewer;
  const row = await lockClassByCode(db, code);
  if (!row) throw refused();
  const classId = row.id;
  const member = await db.classMember.findUnique({ where: { classId_userId: { classId, userId } } });
  if (member && member.removedAt === null) return classId;
  if (!isOpen(row, now) || (member && !member.hasLeft)) throw refused();
  const entryId = await expectedEntry(db, classId, userId);
  if (row.isRosterOnly && entryId === null) throw refused();
  // Who comes back is a student again, whatever they were: a role of the staff is given, never kept by a code.
  const part = { role: "student", joinedAt: now, removedAt: null, hasLeft: false };
  await db.classMember.upsert({
    where: { classId_userId: { classId, userId } },
    create: { classId, userId, ...part },
    update: part,
  });
  if (entryId) await db.rosterEntry.update({ where: { id: entryId }, data: { memberUserId: userId } });
  await db.class.update({ where: { id: classId }, data: { joinCodeUses: { increment: 1 } } });
  await appendClassLog(db, viewer, [{ classId, kind: "member-joined", studentId: userId }], now);
  return classId;
}

/**
 * Joining twice changes nothing.
 * @throws AppError rate-limited after ten refused codes, not-found for every code that does not join this person.
 */
export async function joinClass(
  viewer: Viewer,
  typed: string,
  address: string,
  now: Date,
): Promise<{ classId: string }> {
  if (viewer.isGuest) throw new AppError("unauthenticated", "Make an account to join a class.");
  const keys = [`join:account:${viewer.userId}`, `join:address:${address}`];
  for (const key of keys) await takeToken(key, GUESSES, now);
  const code = parseJoinCode(typed);
  if (code === null) throw refused();
  const db = await database();
  const classId = await db.$transaction((tx) => join(tx, viewer, code, now));
  for (const key of keys) await returnToken(key, GUESSES, now);
  return { classId };
}
