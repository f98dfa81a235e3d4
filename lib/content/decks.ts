/** The decks of the site: the cards and questions of each case and each chapter, with what they belong to. */
import { listCases, listChapters, loadCaseCards, loadChapterCards } from "@/lib/content/load";
import type { Case, Chapter } from "@/lib/content/parse";
import type { Card, CardsFile, Question } from "@/lib/content/schemas/cards";
import { caseDeck, chapterDeck, type ItemKey } from "@/lib/learning/items";
import type { Application } from "@/lib/learning/missed-points";

export type Deck = CardsFile & {
  id: string;
  title: string;
  /** The page that its cards belong to. */
  path: string;
  group: "case" | "chapter";
};

export const deckOfChapter = (chapter: Chapter): Deck => ({
  ...loadChapterCards(chapter),
  id: chapterDeck(chapter.slug),
  title: chapter.meta.title,
  path: `/framework/${chapter.slug}`,
  group: "chapter",
});

const deckOfCase = ({ slug, meta }: Case): Deck => ({
  ...loadCaseCards(slug),
  id: caseDeck(slug),
  title: meta.title,
  path: `/cases/${slug}`,
  group: "case",
});

/** Cases, then chapters, each in their order; a page without cards is no deck. */
export const listDecks = (): Deck[] =>
  [...listCases().map(deckOfCase), ...listChapters().map(deckOfChapter)].filter(
    ({ cards, questions }) => cards.length + questions.length > 0,
  );

export const findDeck = (id: string): Deck | null => listDecks().find((deck) => deck.id === id) ?? null;

export type ItemText = { deck: Deck; card: Card | null; question: Question | null };

/** The text of an item; null when the content no longer has it. */
export function findItem(decks: ReadonlyMap<string, Deck>, key: ItemKey): ItemText | null {
  const deck = decks.get(key.deck);
  if (!deck) return null;
  const withId = ({ id }: { id: string }) => id === key.itemId;
  const card = key.kind === "card" ? (deck.cards.find(withId) ?? null) : null;
  const question = key.kind === "question" ? (deck.questions.find(withId) ?? null) : null;
  return card || question ? { deck, card, question } : null;
}

/** The questions of all cases, with the chapter heading that explains each one's point. */
export function listApplications(): Application[] {
  return listCases().flatMap(({ slug, rubric }) => {
    const points = new Map(rubric.points.map((point) => [point.id, point]));
    return loadCaseCards(slug).questions.flatMap(({ id, point: pointId }) => {
      const point = points.get(pointId ?? "");
      return point ? [{ deck: caseDeck(slug), itemId: id, level: point.level, chapter: point.chapter }] : [];
    });
  });
}
