import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AddDeckCards } from "@/components/learning/add-deck-cards";
import { AnkiExport } from "@/components/learning/anki-export";
import { CardList } from "@/components/learning/card-list";
import { viewOfQuestion } from "@/components/learning/question-view";
import { Quiz } from "@/components/learning/quiz";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { type Deck, findDeck } from "@/lib/content/decks";
import { listItems } from "@/lib/data/learning/list-items";
import { formatWithNoun } from "@/lib/framework/units";
import { deckIdSchema, isCaseDeck } from "@/lib/learning/items";
import { addDeckAction, answerQuestionAction, setAsideAction } from "../actions";
import { listedCards } from "./listed-cards";

export const metadata: Metadata = { title: "Cards", robots: { index: false } };

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="text-accent underline underline-offset-2" href={href}>
      {children}
    </Link>
  );
}

function leadOf(deck: Deck, ofPoint: number | null, asksQuestions: boolean): string {
  if (asksQuestions)
    return `${formatWithNoun(deck.questions.length, "question")} that apply the points of this case.`;
  return ofPoint === null
    ? `${formatWithNoun(deck.cards.length, "card")}.`
    : `${formatWithNoun(ofPoint, "card")} of one point.`;
}

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
  // A chapter asks its questions at its end.
  const hasQuestions = isCaseDeck(deck.id) && deck.questions.length > 0;
  const asksQuestions = hasQuestions && params.show === "questions";
  const here = `/review/cards?deck=${deck.id}`;
  return (
    <PageShell width="medium" className="pb-16">
      <PageHeader
        eyebrow={<TextLink href="/review">Review</TextLink>}
        title={deck.title}
        lead={leadOf(deck, point === null ? null : cards.length, asksQuestions)}
        actions={
          <>
            {!point && (
              <AddDeckCards deck={deck.id} title={deck.title} count={missing} addDeck={addDeckAction} />
            )}
            {missing < cards.length && (
              <LinkButton href={`/review?deck=${deck.id}`}>Review this deck</LinkButton>
            )}
            <LinkButton href={deck.path}>{isCaseDeck(deck.id) ? "The case" : "The chapter"}</LinkButton>
          </>
        }
      />
      <p className="mb-4 flex gap-4 text-sm">
        {(point || asksQuestions) && <TextLink href={here}>All cards of this deck</TextLink>}
        {hasQuestions && !asksQuestions && (
          <TextLink href={`${here}&show=questions`}>
            {formatWithNoun(deck.questions.length, "question")} that apply them
          </TextLink>
        )}
      </p>
      {asksQuestions ? (
        <Quiz
          deck={deck.id}
          title="New situations"
          of="this case"
          questions={deck.questions.map(viewOfQuestion)}
          cardCount={deck.cards.length}
          answer={answerQuestionAction}
          addDeck={addDeckAction}
        />
      ) : (
        <CardList cards={cards} setAside={setAsideAction} />
      )}
      <div className="mt-14">
        <AnkiExport links={[{ href: `/api/cards.csv?deck=${deck.id}`, label: "This deck (CSV)" }]} />
      </div>
    </PageShell>
  );
}
