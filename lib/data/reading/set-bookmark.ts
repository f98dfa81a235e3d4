/** Sets or removes the viewer's bookmark at a heading. Doing it twice is doing it once. */
import "server-only";
import { database } from "@/lib/data/database";
import { closed } from "@/lib/errors";
import { type Bookmark, notAfter, READING_LIMITS } from "@/lib/reading/reading";
import type { Viewer } from "@/lib/viewer";

export async function setBookmark(
  viewer: Viewer,
  bookmark: Bookmark,
  isSet: boolean,
  now: Date,
): Promise<void> {
  const db = await database();
  const { path, anchor, heading } = bookmark;
  const where = { ownerId: viewer.userId, path, anchor };
  if (!isSet) {
    await db.bookmark.deleteMany({ where });
    return;
  }
  await db.$transaction(async (tx) => {
    if ((await tx.bookmark.count({ where: { ownerId: viewer.userId } })) >= READING_LIMITS.bookmarks)
      throw closed(`${READING_LIMITS.bookmarks} bookmarks are the most that are kept. Remove one first.`);
    const createdAt = notAfter(bookmark.createdAt, now);
    await tx.bookmark.createMany({ data: [{ ...where, heading, createdAt }], skipDuplicates: true });
  });
}
