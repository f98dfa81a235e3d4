/** Deletes a highlight of the viewer with its note. */
import "server-only";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

/** @throws AppError not-found for an id that does not exist or is somebody else's. */
export async function deleteHighlight(viewer: Viewer, id: string): Promise<void> {
  const db = await database();
  const { count } = await db.highlight.deleteMany({ where: { id, ownerId: viewer.userId } });
  if (count === 0) throw notFound("highlight");
}
