/** Keeps how far the viewer read a text. It only grows, so a late or repeated save changes nothing. */
import "server-only";
import { database, type Transaction } from "@/lib/data/database";
import { closed } from "@/lib/errors";
import { type Progress, READING_LIMITS } from "@/lib/reading/reading";
import type { Viewer } from "@/lib/viewer";

/** One statement, no race: the further of the two places stays. */
export async function writeProgress(
  tx: Transaction,
  ownerId: string,
  progress: Progress,
  updatedAt: Date,
): Promise<void> {
  const { path, anchor, heading, share, isFinished } = progress;
  const finishedAt = isFinished ? updatedAt : null;
  await tx.$executeRaw`
    insert into "ReadingProgress" ("ownerId", "path", "anchor", "heading", "share", "finishedAt", "updatedAt")
    values (${ownerId}, ${path}, ${anchor}, ${heading}, ${share}, ${finishedAt}, ${updatedAt})
    on conflict ("ownerId", "path") do update set
      "anchor" = case when excluded."share" >= "ReadingProgress"."share" then excluded."anchor" else "ReadingProgress"."anchor" end,
      "heading" = case when excluded."share" >= "ReadingProgress"."share" then excluded."heading" else "ReadingProgress"."heading" end,
      "share" = greatest("ReadingProgress"."share", excluded."share"),
      "finishedAt" = coalesce("ReadingProgress"."finishedAt", excluded."finishedAt"),
      "updatedAt" = greatest("ReadingProgress"."updatedAt", excluded."updatedAt")`;
}

/** The instant is the server's: a device's clock orders nothing that others see. */
export async function saveProgress(viewer: Viewer, progress: Progress, now: Date): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const where = { ownerId: viewer.userId, path: { not: progress.path } };
    if ((await tx.readingProgress.count({ where })) >= READING_LIMITS.pages)
      throw closed(`The progress of ${READING_LIMITS.pages} texts is kept. Forget one on your reading page.`);
    await writeProgress(tx, viewer.userId, progress, now);
  });
}
