/** What a model answered to a person's own text. Asking it the same again, after a crash or by a rebuild, costs nothing. */
import "server-only";
import type * as z from "zod";
import { database } from "@/lib/data/database";

const KEEP_MS = 30 * 86_400_000;

/** Null when there is none, or none of this shape. */
export async function keptAnswer<Schema extends z.ZodType>(
  ownerId: string,
  key: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const db = await database();
  const row = await db.languageModelAnswer.findUnique({ where: { ownerId_key: { ownerId, key } } });
  const result = row && schema.safeParse(row.content);
  return result?.success ? result.data : null;
}

export async function keepAnswer(ownerId: string, key: string, content: object, now: Date): Promise<void> {
  const db = await database();
  await db.languageModelAnswer.createMany({
    data: [{ ownerId, key, content, createdAt: now }],
    skipDuplicates: true,
  });
}

export async function deleteOldAnswers(now: Date): Promise<void> {
  const db = await database();
  await db.languageModelAnswer.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEEP_MS) } },
  });
}
