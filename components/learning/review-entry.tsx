import type { ReactNode } from "react";
import { Markdown } from "@/components/content/markdown";
import type { QueueEntry } from "@/lib/data/learning/load-queue";
import { type ItemKey, keyOf } from "@/lib/learning/items";
import type { Slot } from "@/lib/learning/session";
import { type QuestionView, viewOfQuestion } from "./question-view";

/** An item of the queue with its text drawn, as the session in the browser takes it. */
export type ReviewEntry = {
  slot: Slot;
  key: ItemKey;
  deckTitle: string;
  isNew: boolean;
  isMissed: boolean;
  readMore: string;
  /** One of the two: a card's sides, or a question. */
  sides: { front: ReactNode; back: ReactNode } | null;
  question: QuestionView | null;
  transfer: QueueEntry["transfer"];
};

/** On the server: the browser needs neither Markdown nor KaTeX. */
export function toReviewEntry(entry: QueueEntry): ReviewEntry {
  const { deck, kind, itemId, text, revision, waits, transfer, isNew, isMissed, readMore } = entry;
  const key = { deck, kind, itemId };
  const { card, question } = text;
  return {
    slot: { id: `${transfer ? "transfer " : ""}${keyOf(key)}`, revision, waits, backAtMs: null },
    key,
    deckTitle: text.deck.title,
    isNew,
    isMissed,
    readMore,
    sides: card && { front: <Markdown text={card.front} math />, back: <Markdown text={card.back} math /> },
    question: question && viewOfQuestion(question),
    transfer,
  };
}
