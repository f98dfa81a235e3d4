"use client";

import { AddCardsButton } from "./add-cards-button";
import { type AddDeck, ownTimeZone } from "./learning-actions";

type Props = { deck: string; title: string; count: number; addDeck: AddDeck };

/** Takes up what one does not have of a deck yet. */
export function AddDeckCards({ deck, title, count, addDeck }: Props) {
  return (
    <AddCardsButton
      size="small"
      label={`Add ${count}`}
      description={`Add ${count} cards of ${title}`}
      reviewHref={`/review?deck=${deck}`}
      add={() => addDeck({ deck, questionIds: [], timeZone: ownTimeZone() })}
      refreshes
    />
  );
}
