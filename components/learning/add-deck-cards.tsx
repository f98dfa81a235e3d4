"use client";

import type { ReactNode } from "react";
import { AddCardsButton } from "./add-cards-button";
import { type AddDeck, ownTimeZone } from "./learning-actions";

type Props = {
  deck: string;
  title: string;
  /** Cards that one does not have yet. */
  count: number;
  addDeck: AddDeck;
  /** Shown when one has them all. */
  whenAll?: ReactNode;
};

/** Takes up what one does not have of a deck yet. Stays mounted when nothing is left, so that its message is read. */
export function AddDeckCards({ deck, title, count, addDeck, whenAll = null }: Props) {
  return (
    <AddCardsButton
      size="small"
      label={`Add ${count}`}
      description={`Add ${count} cards of ${title}`}
      reviewHref={`/review?deck=${deck}`}
      add={() => addDeck({ deck, questionIds: [], timeZone: ownTimeZone() })}
      {...(count === 0 && { instead: whenAll })}
      refreshes
    />
  );
}
