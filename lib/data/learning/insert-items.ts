/** New items of a person, in the given order. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { ItemKey } from "@/lib/learning/items";
import { newMemory } from "@/lib/learning/schedule";
import { ownedKey } from "./item-rows";

/** @returns how many were not there before. */
export async function insertItems(
  db: Transaction,
  ownerId: string,
  keys: readonly ItemKey[],
  now: Date,
): Promise<number> {
  // A millisecond apart: new cards are asked in the order in which they were added.
  const rows = keys.map((key, i) => {
    const addedAt = new Date(now.getTime() + i);
    return { ...ownedKey(ownerId, key), addedAt, ...newMemory(now) };
  });
  const { count } = await db.reviewItem.createMany({ data: rows, skipDuplicates: true });
  return count;
}
