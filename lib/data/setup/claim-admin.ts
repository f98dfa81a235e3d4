/** Turns the account that opened the one-time setup link into the first administrator. */
import "server-only";
import { database } from "@/lib/data/database";
import { hashToken } from "@/lib/data/hash-token";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export async function claimAdmin(viewer: Viewer, token: string, now: Date): Promise<void> {
  const db = await database();
  const tokenHash = hashToken(token);
  await db.$transaction(async (tx) => {
    // The update is the lock: of two that come at once, one finds the token used.
    const { count } = await tx.setupToken.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    const admins = await tx.user.count({ where: { role: "admin" } });
    if (count === 0 || admins > 0) {
      throw new AppError(
        "closed",
        "This setup link is used up or too old. Start the server again to print a new one.",
      );
    }
    await tx.user.update({ where: { id: viewer.userId }, data: { role: "admin" } });
  });
}
