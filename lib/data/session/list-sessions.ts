/** The viewer's own sessions, newest first. Tokens never leave the database. */
import "server-only";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export type SessionSummary = {
  id: string;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** A device in words from its user agent, for example "Chrome on Linux". */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return "Unknown device";
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : /Firefox\//.test(userAgent)
      ? "Firefox"
      : /Chrome\//.test(userAgent)
        ? "Chrome"
        : /Safari\//.test(userAgent)
          ? "Safari"
          : "A browser";
  const system = /Android/.test(userAgent)
    ? "Android"
    : /iPhone|iPad/.test(userAgent)
      ? "iOS"
      : /Windows/.test(userAgent)
        ? "Windows"
        : /Mac OS X/.test(userAgent)
          ? "macOS"
          : /Linux/.test(userAgent)
            ? "Linux"
            : "an unknown system";
  return `${browser} on ${system}`;
}

export async function listSessions(viewer: Viewer, now: Date): Promise<SessionSummary[]> {
  const db = await database();
  const rows = await db.session.findMany({
    where: { userId: viewer.userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    device: describeDevice(row.userAgent),
    startedAt: row.createdAt,
    lastSeenAt: row.updatedAt,
    isCurrent: row.id === viewer.sessionId,
  }));
}
