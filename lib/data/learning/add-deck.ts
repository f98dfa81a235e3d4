/** Takes up the cards of a deck, and the questions of it that were answered wrong. What is there already stays as it is. */
import "server-only";
import { findDeck } from "@/lib/content/decks";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import type { ItemKey } from "@/lib/learning/items";
import type { Viewer } from "@/lib/viewer";
import { insertItems } from "./insert-items";
import { saveSettings } from "./settings";

type Input = { deck: string; questionIds: readonly string[]; timeZone: string };

export async function addDeck(viewer: Viewer, input: Input, now: Date): Promise<{ added: number }> {
  const deck = findDeck(input.deck);
  if (!deck) throw notFound("deck");
  const questions = deck.questions.filter(({ id }) => input.questionIds.includes(id));
  const key = (kind: ItemKey["kind"]) => (item: { id: string }) => ({ deck: deck.id, kind, itemId: item.id });
  const keys = [...deck.cards.map(key("card")), ...questions.map(key("question"))];
  await saveSettings(viewer, { timeZone: input.timeZone });
  return { added: await insertItems(await database(), viewer.userId, keys, now) };
}
