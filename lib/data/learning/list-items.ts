/** The state of a person's items, for lists of cards; what they do not have is not in it. */
import "server-only";
import { listDecks } from "@/lib/content/decks";
import { database } from "@/lib/data/database";
import { keyOf } from "@/lib/learning/items";
import type { Viewer } from "@/lib/viewer";
import { readItems, type StoredItem } from "./item-rows";
import { readSettings } from "./settings";

export type ItemStates = { timeZone: string; states: ReadonlyMap<string, StoredItem> };

/** By key (keyOf). */
export async function listItems(viewer: Viewer): Promise<ItemStates> {
  const db = await database();
  const decks = new Map(listDecks().map((deck) => [deck.id, deck]));
  const [{ timeZone }, items] = await Promise.all([
    readSettings(db, viewer.userId),
    readItems(db, viewer.userId, decks),
  ]);
  return { timeZone, states: new Map(items.map((item) => [keyOf(item), item])) };
}
