/** Forgets how far the viewer read a text. */
import "server-only";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

/** Forgetting what is not known, or not one's own, changes nothing and says nothing. */
export async function forgetProgress(viewer: Viewer, path: string): Promise<void> {
  const db = await database();
  await db.readingProgress.deleteMany({ where: { ownerId: viewer.userId, path } });
}
