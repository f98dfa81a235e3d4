/** Brings what a device kept while nobody was signed in to the viewer. Repeating it adds nothing. */
import "server-only";
import { database, type Transaction } from "@/lib/data/database";
import { writeProgress } from "@/lib/data/reading/save-progress";
import { type Highlight, notAfter, READING_LIMITS, type Reading } from "@/lib/reading/reading";
import type { Viewer } from "@/lib/viewer";

/** As many as still fit under the limit; the rest stays on the device's own page no longer than this save. */
const fitting = <T>(rows: readonly T[], kept: number, limit: number): readonly T[] =>
  rows.slice(0, Math.max(0, limit - kept));

async function addHighlights(
  tx: Transaction,
  ownerId: string,
  highlights: readonly Highlight[],
  now: Date,
): Promise<void> {
  const kept = await tx.highlight.findMany({ where: { ownerId }, select: { id: true, note: true } });
  const notes = new Map(kept.map(({ id, note }) => [id, note]));
  // A note that was changed on this device while the server could not be reached.
  for (const { id, note } of highlights.filter((one) => notes.has(one.id) && notes.get(one.id) !== one.note))
    await tx.highlight.updateMany({ where: { ownerId, id }, data: { note } });
  const fresh = highlights.filter(({ id }) => !notes.has(id));
  await tx.highlight.createMany({
    data: fitting(fresh, kept.length, READING_LIMITS.highlights).map((one) => ({
      ...one,
      ownerId,
      createdAt: notAfter(one.createdAt, now),
    })),
    skipDuplicates: true,
  });
}

export async function mergeReading(viewer: Viewer, device: Reading, now: Date): Promise<void> {
  const db = await database();
  const ownerId = viewer.userId;
  await db.$transaction(async (tx) => {
    const pages = await tx.readingProgress.count({ where: { ownerId } });
    for (const progress of fitting(device.progress, pages, READING_LIMITS.pages))
      await writeProgress(tx, ownerId, progress, notAfter(progress.updatedAt, now));
    const bookmarks = await tx.bookmark.count({ where: { ownerId } });
    await tx.bookmark.createMany({
      data: fitting(device.bookmarks, bookmarks, READING_LIMITS.bookmarks).map((one) => ({
        ...one,
        ownerId,
        createdAt: notAfter(one.createdAt, now),
      })),
      skipDuplicates: true,
    });
    await addHighlights(tx, ownerId, device.highlights, now);
  });
}
