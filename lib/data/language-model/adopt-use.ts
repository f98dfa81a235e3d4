/** Hands what a guest used of the language model to an account: days are summed, so that a new account is no new budget. */
import "server-only";
import type { Transaction } from "@/lib/data/database";

export async function adoptLanguageModelUse(
  tx: Transaction,
  guestId: string,
  accountId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "LanguageModelUse" AS own
      ("ownerId", "day", "calls", "failures", "tokensIn", "tokensOut", "reserved", "cost")
    SELECT ${accountId}, "day", "calls", "failures", "tokensIn", "tokensOut", "reserved", "cost"
      FROM "LanguageModelUse" WHERE "ownerId" = ${guestId}
    ON CONFLICT ("ownerId", "day") DO UPDATE SET
      "calls" = own."calls" + excluded."calls", "failures" = own."failures" + excluded."failures",
      "tokensIn" = own."tokensIn" + excluded."tokensIn", "tokensOut" = own."tokensOut" + excluded."tokensOut",
      "reserved" = own."reserved" + excluded."reserved", "cost" = own."cost" + excluded."cost"`;
  await tx.languageModelUse.deleteMany({ where: { ownerId: guestId } });
  await tx.$executeRaw`UPDATE "LanguageModelAnswer" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (
      SELECT 1 FROM "LanguageModelAnswer" a WHERE a."ownerId" = ${accountId} AND a."key" = g."key")`;
}
