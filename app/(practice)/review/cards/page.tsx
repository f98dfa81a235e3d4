import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AddDeckCards } from "@/components/learning/add-deck-cards";
import { AnkiExport } from "@/components/learning/anki-export";
import { CardList } from "@/components/learning/card-list";
import { viewOfQuestion } from "@/components/learning/question-view";
import { Quiz } from "@/components/learning/quiz";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { findDeck } from "@/lib/content/decks";
import { listItems } from "@/lib/data/learning/list-items";
import { deckIdSchema, isCaseDeck } from "@/lib/learning/items";
import { countWords } from "@/lib/learning/words";
import { addDeckAction, answerQuestionAction, setAsideAction } from "../actions";
import { listedCards } from "./listed-cards";

export const metadata: Metadata = { title: "Cards", robots: { index: false } };

/** All cards of a deck, readable by anybody. `?point=` narrows to what one point of a report needs. */
export default async function CardsPage({ searchParams }: PageProps<"/review/cards">) {
  const params = await searchParams;
  const deckId = deckIdSchema.safeParse(params.deck);
  if (!deckId.success) redirect("/review");
  const deck = findDeck(deckId.data);
  if (!deck) notFound();
  const viewer = await currentViewer();
  const mine = viewer && (await listItems(viewer));
  const point = typeof params.point === "string" ? params.point : null;
  const cards = listedCards(deck, mine, point, new Date());
  const missing = cards.filter(({ state }) => state === null).length;
  const here = `/review/cards?deck=${deck.id}`;
  return (
    <PageShell width="medium" className="pb-16">
      <PageHeader
        eyebrow={
          <Link className="text-accent underline underline-offset-2" href="/review">
            Review
          </Link>
        }
        title={`Cards: ${deck.title}`}
        lead={
          point ? `${countWords(cards.length, "card")} of one point.` : `${countWords(cards.length, "card")}.`
        }
        actions={
          <>
            {missing > 0 && !point && (
              <AddDeckCards deck={deck.id} title={deck.title} count={missing} addDeck={addDeckAction} />
            )}
            {missing < cards.length && (
              <LinkButton href={`/review?deck=${deck.id}`}>Review this deck</LinkButton>
            )}
            <LinkButton href={deck.path}>{isCaseDeck(deck.id) ? "The case" : "The chapter"}</LinkButton>
          </>
        }
      />
      {point && (
        <p className="mb-4 text-sm">
          <Link className="text-accent underline underline-offset-2" href={here}>
            Show all cards of this deck
          </Link>
        </p>
      )}
      <CardList cards={cards} setAside={setAsideAction} />
      {isCaseDeck(deck.id) && !point && deck.questions.length > 0 && (
        <Quiz
          deck={deck.id}
          title="Use it elsewhere"
          of="this case"
          questions={deck.questions.map(viewOfQuestion)}
          cardCount={deck.cards.length}
          answer={answerQuestionAction}
          addDeck={addDeckAction}
        />
      )}
      <div className="mt-14">
        <AnkiExport links={[{ href: `/api/cards.csv?deck=${deck.id}`, label: "This deck (CSV)" }]} />
      </div>
    </PageShell>
  );
}
