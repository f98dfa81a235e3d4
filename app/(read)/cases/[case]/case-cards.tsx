import { LinkButton } from "@/components/ui/link-button";
import { findDeck } from "@/lib/content/decks";
import { formatWithNoun } from "@/lib/framework/units";
import { caseDeck } from "@/lib/learning/items";

/** Where the cards and the questions of a case are; nothing where it has none. */
export function CaseCards({ slug }: { slug: string }) {
  const deck = findDeck(caseDeck(slug));
  if (!deck) return null;
  const address = `/review/cards?deck=${deck.id}`;
  return (
    <section
      aria-labelledby="case-cards"
      className="mt-14 grid max-w-2xl gap-3 border-t border-line pt-8 print:hidden"
    >
      <h2 id="case-cards" className="text-xl font-semibold">
        Keep it
      </h2>
      <p className="text-ink-2">
        {formatWithNoun(deck.cards.length, "card")}, at least two for each point of the rubric, and a new
        situation for each in which it has to be used.
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={address} prefetch={false}>
          Cards of this case
        </LinkButton>
        {deck.questions.length > 0 && (
          <LinkButton href={`${address}&show=questions`} prefetch={false}>
            {formatWithNoun(deck.questions.length, "question")}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
