/** Rows of review items as lib/learning knows them, with whether each belongs to a point that was missed. */
import "server-only";
import type { Deck } from "@/lib/content/decks";
import { findItem } from "@/lib/content/decks";
import type { Transaction } from "@/lib/data/database";
import type { Prisma, ReviewItem } from "@/lib/generated/prisma/client";
import { caseDeck, ITEM_KINDS, type Item, type ItemKey } from "@/lib/learning/items";
import { type Memory, memorySchema } from "@/lib/learning/schedule";

/** A stored item: what the queue orders, and the revision that a grade has to name. */
export type StoredItem = Item & { revision: number };

export const memoryOf = (row: ReviewItem): Memory => memorySchema.parse(row);

/** The key of an item in a `where`, always together with its owner. */
export const ownedKey = (ownerId: string, { deck, kind, itemId }: ItemKey) => ({
  ownerId,
  deck,
  kind,
  itemId,
});

const pointKey = (caseSlug: string, pointId: string): string => `${caseDeck(caseSlug)}#${pointId}`;

/** Items of one person whose text is still part of the content. */
export async function readItems(
  db: Transaction,
  ownerId: string,
  decks: ReadonlyMap<string, Deck>,
  where: Prisma.ReviewItemWhereInput = {},
): Promise<StoredItem[]> {
  const [rows, points] = await Promise.all([
    db.reviewItem.findMany({ where: { ...where, ownerId } }),
    db.missedPoint.findMany({
      where: { ownerId, status: { not: "retained" } },
      select: { caseSlug: true, pointId: true },
    }),
  ]);
  const missed = new Set(points.map(({ caseSlug, pointId }) => pointKey(caseSlug, pointId)));
  return rows.flatMap((row) => {
    const kind = ITEM_KINDS.find((known) => known === row.kind);
    const key = kind && { deck: row.deck, kind, itemId: row.itemId };
    const text = key && findItem(decks, key);
    if (!key || !text) return [];
    const point = (text.card ?? text.question)?.point;
    const { addedAt, isSuspended, buriedUntil, revision } = row;
    const isMissed = point !== undefined && missed.has(`${row.deck}#${point}`);
    return [{ ...key, memory: memoryOf(row), addedAt, isSuspended, buriedUntil, revision, isMissed }];
  });
}
