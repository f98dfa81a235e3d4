/** Everything that the queue of one person's day is made of. */
import "server-only";
import { type Deck, listDecks } from "@/lib/content/decks";
import type { Transaction } from "@/lib/data/database";
import { type LearningDay, learningDay } from "@/lib/learning/day";
import { memorySchema } from "@/lib/learning/schedule";
import { readItems, type StoredItem } from "./item-rows";
import { dropUndone } from "./review-log";
import { type LearningSettings, readSettings } from "./settings";

export type Day = LearningDay & {
  now: Date;
  settings: LearningSettings;
  decks: ReadonlyMap<string, Deck>;
  items: StoredItem[];
  /** Grades given today that were not taken back. */
  doneToday: number;
  /** New cards that today may still bring. */
  newLeft: number;
};

export async function readDay(db: Transaction, ownerId: string, now: Date): Promise<Day> {
  const settings = await readSettings(db, ownerId);
  const day = learningDay(now, settings.timeZone);
  const decks = new Map(listDecks().map((deck) => [deck.id, deck]));
  const [items, log] = await Promise.all([
    readItems(db, ownerId, decks),
    db.review.findMany({
      where: { ownerId, at: { gte: day.startsAt } },
      select: { id: true, undoesId: true, before: true },
    }),
  ]);
  const done = dropUndone(log);
  const begun = done.filter(({ before }) => memorySchema.parse(before).phase === "new").length;
  const newLeft = Math.max(0, settings.newPerDay - begun);
  return { ...day, now, settings, decks, items, doneToday: done.length, newLeft };
}
