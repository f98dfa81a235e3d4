/**
 * Who of the members stands on the roster: a row belongs to the member with its address. Addresses here are not verified,
 * so the link says what a member is called on the list and gives no right by itself (decision 34).
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";

/** Links every active member of the class whose row waits; `userId` alone when it is given. */
export async function linkRoster(
  db: Transaction,
  classId: string,
  userId: string | null = null,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "RosterEntry" r SET "memberUserId" = m."userId"
    FROM "ClassMember" m JOIN "User" u ON u."id" = m."userId"
    WHERE r."classId" = ${classId}::uuid AND r."memberUserId" IS NULL
      AND m."classId" = r."classId" AND m."removedAt" IS NULL AND lower(u."email") = r."email"
      AND (${userId}::text IS NULL OR m."userId" = ${userId}::text)
      AND NOT EXISTS (SELECT 1 FROM "RosterEntry" o
        WHERE o."classId" = r."classId" AND o."memberUserId" = m."userId")`;
}

export async function unlinkRoster(db: Transaction, classId: string, userId: string): Promise<void> {
  await db.rosterEntry.updateMany({ where: { classId, memberUserId: userId }, data: { memberUserId: null } });
}
