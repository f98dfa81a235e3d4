/** Keeps a passage that the viewer marked, or the new note of one. The same id twice is one row. */
import "server-only";
import { database } from "@/lib/data/database";
import { closed } from "@/lib/errors";
import { type Highlight, notAfter, READING_LIMITS } from "@/lib/reading/reading";
import type { Viewer } from "@/lib/viewer";

export async function saveHighlight(viewer: Viewer, highlight: Highlight, now: Date): Promise<void> {
  const db = await database();
  const { id, note } = highlight;
  const mine = { ownerId: viewer.userId, id };
  await db.$transaction(async (tx) => {
    // The passage itself never changes: only its note does.
    const { count } = await tx.highlight.updateMany({ where: mine, data: { note } });
    if (count > 0) return;
    if ((await tx.highlight.count({ where: { ownerId: viewer.userId } })) >= READING_LIMITS.highlights)
      throw closed(`${READING_LIMITS.highlights} highlights are the most that are kept. Delete one first.`);
    const data = { ...highlight, ownerId: viewer.userId, createdAt: notAfter(highlight.createdAt, now) };
    await tx.highlight.createMany({ data: [data], skipDuplicates: true });
  });
}
