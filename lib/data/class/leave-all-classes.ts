/**
 * What becomes of classes when an account is deleted. A class in which somebody else is, or was and left work, needs an
 * instructor: the account stays until there is another. A class that was only ever its maker's goes with them.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { conflict } from "@/lib/errors";

/** Call before the account goes. @throws AppError conflict that names the classes and says what to do. */
export async function leaveAllClasses(userId: string): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; name: string; isAlone: boolean }[]>`
      SELECT c."id", c."name", NOT EXISTS (SELECT 1 FROM "ClassMember" o
        WHERE o."classId" = c."id" AND o."userId" <> ${userId}) AS "isAlone"
      FROM "Class" c JOIN "ClassMember" m ON m."classId" = c."id"
      WHERE m."userId" = ${userId} AND m."role" = 'instructor' AND m."removedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ClassMember" o WHERE o."classId" = c."id" AND o."userId" <> ${userId}
          AND o."role" = 'instructor' AND o."removedAt" IS NULL)
      ORDER BY c."name" FOR UPDATE OF c`;
    const needed = rows.filter(({ isAlone }) => !isAlone).map(({ name }) => `“${name}”`);
    if (needed.length > 0)
      throw conflict(
        `You are the only instructor of ${needed.join(", ")}. Make somebody else instructor there (Members), or archive and delete the class (Settings). Then delete the account.`,
      );
    await tx.class.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  });
}
