"use client";

import { AddCardsButton } from "@/components/learning/add-cards-button";
import { type AddMissedCards, ownTimeZone } from "@/components/learning/learning-actions";
import { LinkButton } from "@/components/ui/link-button";
import { formatWithNoun } from "@/lib/framework/units";

type Props = {
  interviewId: string;
  /** Cards of all missed points, how many points these are, and how many cards one does not have yet. */
  total: number;
  points: number;
  toAdd: number;
  add: AddMissedCards;
};

/** Offers the cards of what the report found missing, and leads to those that were taken up. */
export function MissedCardsOffer({ interviewId, total, points, toAdd, add }: Props) {
  if (total === 0) return null;
  const reviewHref = `/review?missed=${interviewId}`;
  return (
    <section
      aria-labelledby="missed-cards"
      className="mb-10 grid gap-2 rounded-lg border border-line-strong/60 bg-raised p-5 print:hidden"
    >
      <h2 id="missed-cards" className="text-lg font-semibold">
        Remember what you missed
      </h2>
      <p className="max-w-2xl text-sm text-ink-2">
        {formatWithNoun(total, "card")} for {formatWithNoun(points, "point")}. They come back until you know
        them; a week after, a question from another case tests whether you can use the idea there.
      </p>
      {toAdd > 0 ? (
        <AddCardsButton
          variant="primary"
          label={`Add ${formatWithNoun(toAdd, "card")} for what you missed`}
          reviewHref={reviewHref}
          add={() => add({ interviewId, timeZone: ownTimeZone() })}
        />
      ) : (
        <div>
          <LinkButton href={reviewHref}>Review what you missed</LinkButton>
        </div>
      )}
    </section>
  );
}
