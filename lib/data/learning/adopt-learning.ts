/**
 * Hands a guest's learning to an account that may have its own. Of a card that both have, the memory that was reviewed
 * last stays, and so does the newer miss of a point; logs are joined.
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";

export async function adoptLearning(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ReviewItem" a USING "ReviewItem" g
    WHERE a."ownerId" = ${accountId} AND g."ownerId" = ${guestId}
      AND (a."deck", a."kind", a."itemId") = (g."deck", g."kind", g."itemId")
      AND g."lastReviewAt" > COALESCE(a."lastReviewAt", '-infinity')`;
  await tx.$executeRaw`UPDATE "ReviewItem" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "ReviewItem" a WHERE a."ownerId" = ${accountId}
      AND (a."deck", a."kind", a."itemId") = (g."deck", g."kind", g."itemId"))`;
  await tx.$executeRaw`DELETE FROM "MissedPoint" a USING "MissedPoint" g
    WHERE a."ownerId" = ${accountId} AND g."ownerId" = ${guestId}
      AND (a."caseSlug", a."pointId") = (g."caseSlug", g."pointId") AND g."missedAt" > a."missedAt"`;
  await tx.$executeRaw`UPDATE "MissedPoint" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "MissedPoint" a WHERE a."ownerId" = ${accountId}
      AND (a."caseSlug", a."pointId") = (g."caseSlug", g."pointId"))`;
  await tx.$executeRaw`UPDATE "Review" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "Review" a WHERE a."ownerId" = ${accountId}
      AND (a."id" = g."id" OR a."undoesId" = g."undoesId"))`;
  await tx.$executeRaw`UPDATE "QuestionAnswer" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "QuestionAnswer" a
      WHERE a."ownerId" = ${accountId} AND a."id" = g."id")`;
  await tx.$executeRaw`UPDATE "LearningSettings" g SET "ownerId" = ${accountId}
    WHERE g."ownerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "LearningSettings" a WHERE a."ownerId" = ${accountId})`;
}
