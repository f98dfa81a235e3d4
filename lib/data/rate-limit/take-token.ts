/**
 * Fixed-window counters in the database, so that a limit holds over restarts and over several processes.
 * One statement, no race: the row's count is incremented and returned at once.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { rateLimited } from "@/lib/errors";

export type Limit = { count: number; windowSeconds: number };

/** @throws AppError rate-limited when `key` was used more than `limit.count` times in this window. */
export async function takeToken(key: string, limit: Limit, now: Date): Promise<void> {
  const windowMs = limit.windowSeconds * 1000;
  const window = Math.floor(now.getTime() / windowMs);
  const expiresAt = new Date((window + 1) * windowMs);
  const db = await database();
  const rows = await db.$queryRaw<{ count: number }[]>`
    insert into "RateLimit" ("key", "window", "count", "expiresAt") values (${key}, ${BigInt(window)}, 1, ${expiresAt})
    on conflict ("key", "window") do update set "count" = "RateLimit"."count" + 1
    returning "count"`;
  if ((rows[0]?.count ?? 0) > limit.count) {
    throw rateLimited(Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000)));
  }
}

/** Gives one token back, in the window it was taken in: what was no guess does not count as one. */
export async function returnToken(key: string, limit: Limit, now: Date): Promise<void> {
  const window = BigInt(Math.floor(now.getTime() / (limit.windowSeconds * 1000)));
  const db = await database();
  await db.rateLimit.updateMany({
    where: { key, window, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Removes windows that are over. */
export async function deleteExpiredWindows(now: Date): Promise<void> {
  const db = await database();
  await db.rateLimit.deleteMany({ where: { expiresAt: { lt: now } } });
}
