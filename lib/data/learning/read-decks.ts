/** All decks with what a person has of each and what of it waits today; for nobody, the decks alone. */
import "server-only";
import { listDecks } from "@/lib/content/decks";
import { database } from "@/lib/data/database";
import { buildQueue } from "@/lib/learning/queue";
import type { Viewer } from "@/lib/viewer";
import { type Day, readDay } from "./read-day";

export type DeckCounts = {
  id: string;
  title: string;
  cards: number;
  /** Cards of it that the person has. */
  owned: number;
  due: number;
};

export async function readDecks(viewer: Viewer | null, now: Date): Promise<DeckCounts[]> {
  const day: Day | null = viewer && (await readDay(await database(), viewer.userId, now));
  return listDecks()
    .filter(({ cards }) => cards.length > 0)
    .map(({ id, title, cards }) => {
      const items = day?.items.filter(({ deck }) => deck === id) ?? [];
      const due = day ? buildQueue(items, { now, endsAt: day.endsAt, newLeft: day.newLeft }).length : 0;
      const owned = items.filter(({ kind }) => kind === "card").length;
      return { id, title, cards: cards.length, owned, due };
    });
}
