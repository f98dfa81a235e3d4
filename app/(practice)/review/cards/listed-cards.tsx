import { Markdown } from "@/components/content/markdown";
import type { ListedCard } from "@/components/learning/card-list";
import type { Deck } from "@/lib/content/decks";
import { listCases } from "@/lib/content/load";
import type { ItemStates } from "@/lib/data/learning/list-items";
import { isCaseDeck, keyOf, slugOfDeck } from "@/lib/learning/items";
import { dueWords } from "@/lib/learning/words";

/** The cards of a deck as the list shows them, of one point when it is given. */
export function listedCards(
  deck: Deck,
  mine: ItemStates | null,
  point: string | null,
  now: Date,
): ListedCard[] {
  const found = isCaseDeck(deck.id)
    ? listCases().find(({ slug }) => slug === slugOfDeck(deck.id))
    : undefined;
  const points = new Map(found?.rubric.points.map((each) => [each.id, each]));
  return deck.cards
    .filter((card) => point === null || card.point === point)
    .map((card) => {
      const key = { deck: deck.id, kind: "card" as const, itemId: card.id };
      const item = mine?.states.get(keyOf(key));
      const taught = points.get(card.point ?? "");
      return {
        key,
        front: <Markdown text={card.front} math />,
        back: <Markdown text={card.back} math />,
        point: taught?.text ?? null,
        readMore: taught?.chapter ?? deck.path,
        state:
          item && mine
            ? {
                due: dueWords(item.memory.dueAt, now, mine.timeZone),
                reviews: item.memory.reviews,
                lapses: item.memory.lapses,
                isSuspended: item.isSuspended,
                isBuried: item.buriedUntil !== null && item.buriedUntil > now,
              }
            : null,
      };
    });
}
