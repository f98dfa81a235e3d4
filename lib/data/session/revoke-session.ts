/** Ends a session of the viewer: it is refused with its next request. */
import "server-only";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export async function revokeSession(viewer: Viewer, sessionId: string): Promise<void> {
  const db = await database();
  const { count } = await db.session.deleteMany({ where: { id: sessionId, userId: viewer.userId } });
  if (count === 0) throw notFound("session");
}

/** Ends all sessions of the viewer but the present one. @returns how many. */
export async function revokeOtherSessions(viewer: Viewer): Promise<number> {
  const db = await database();
  const { count } = await db.session.deleteMany({
    where: { userId: viewer.userId, id: { not: viewer.sessionId } },
  });
  return count;
}
