/** People for integration tests: a user row with a session, as the viewer that data functions take. */
import { randomUUID } from "node:crypto";
import { database } from "@/lib/data/database";
import type { Role, Viewer } from "@/lib/viewer";

export async function createViewer(
  options: { role?: Role; isGuest?: boolean; name?: string } = {},
): Promise<Viewer> {
  const { role = "candidate", isGuest = false, name = "Test Person" } = options;
  const db = await database();
  const user = await db.user.create({
    data: {
      id: randomUUID(),
      name,
      email: `${randomUUID()}@${isGuest ? "guest.invalid" : "example.org"}`,
      role,
      isGuest,
    },
  });
  const session = await db.session.create({
    data: {
      id: randomUUID(),
      token: randomUUID(),
      userId: user.id,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  return { userId: user.id, role, isGuest, name, sessionId: session.id };
}
