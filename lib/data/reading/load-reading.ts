/** Everything that the viewer's reading left: progress, bookmarks, highlights, oldest first. */
import "server-only";
import { database } from "@/lib/data/database";
import type { Reading } from "@/lib/reading/reading";
import type { Viewer } from "@/lib/viewer";

export async function loadReading(viewer: Viewer): Promise<Reading> {
  const db = await database();
  const where = { ownerId: viewer.userId };
  const [progress, bookmarks, highlights] = await Promise.all([
    db.readingProgress.findMany({ where, omit: { ownerId: true }, orderBy: { updatedAt: "asc" } }),
    db.bookmark.findMany({ where, omit: { ownerId: true }, orderBy: { createdAt: "asc" } }),
    db.highlight.findMany({ where, omit: { ownerId: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
  ]);
  return {
    progress: progress.map(({ finishedAt, updatedAt, ...row }) => ({
      ...row,
      isFinished: finishedAt !== null,
      updatedAt: updatedAt.toISOString(),
    })),
    bookmarks: bookmarks.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
    highlights: highlights.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
  };
}
