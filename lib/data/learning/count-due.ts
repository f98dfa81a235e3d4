/** How many items wait for a person today, for the mark in the navigation. */
import "server-only";
import { database } from "@/lib/data/database";
import { buildQueue } from "@/lib/learning/queue";
import type { Viewer } from "@/lib/viewer";
import { dueTransfers } from "./due-transfers";
import { readDay } from "./read-day";

export async function countDue(viewer: Viewer, now: Date): Promise<number> {
  const db = await database();
  // Most people who read have no cards, and every page asks.
  if (!(await db.reviewItem.findFirst({ where: { ownerId: viewer.userId }, select: { itemId: true } })))
    return 0;
  const { items, endsAt, newLeft } = await readDay(db, viewer.userId, now);
  const transfers = await dueTransfers(db, viewer.userId, now);
  return transfers.length + buildQueue(items, { now, endsAt, newLeft }).length;
}
