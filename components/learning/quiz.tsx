"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { StatusLine } from "@/components/ui/status-line";
import { formatWithNoun } from "@/lib/framework/units";
import { AddCardsButton } from "./add-cards-button";
import { LastTime } from "./last-time";
import { type AddDeck, type AnswerQuestion, ownTimeZone, reach } from "./learning-actions";
import { QuestionBox } from "./question-box";
import type { QuestionView } from "./question-view";

type Props = {
  deck: string;
  title: string;
  /** What the cards belong to, in words: "this chapter". */
  of: string;
  questions: readonly QuestionView[];
  cardCount: number;
  answer: AnswerQuestion;
  addDeck: AddDeck;
};

/** What a reader without JavaScript opens instead of choosing. */
function Answer({ view }: { view: QuestionView }) {
  return (
    <Disclosure summary="Show the answer">
      <dl className="grid gap-2 text-sm">
        {view.options.map((option, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options stand in a fixed order and have no other name.
          <div key={i}>
            <dt className="font-medium">
              {i + 1}. {option.isRight ? "Right" : "Not right"}: {option.text}
            </dt>
            <dd className="text-ink-2">{option.why}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** Questions about a text, each explained option by option; kept for somebody who is known, needed by nobody. */
export function Quiz({ deck, title, of, questions, cardCount, answer, addDeck }: Props) {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const answered = questions.filter(({ id }) => chosen[id] !== undefined);
  const wrong = answered.filter(({ id, options }) => !options[chosen[id] ?? -1]?.isRight);
  const right = answered.length - wrong.length;

  function choose(itemId: string, option: number) {
    setChosen((before) => ({ ...before, [itemId]: option }));
    // Whether it could be kept changes nothing for the reader.
    void reach(answer({ answerId: crypto.randomUUID(), deck, itemId, option, purpose: "quiz" }));
  }

  const addLabel = `Add ${of}’s ${formatWithNoun(cardCount, "card")}${
    wrong.length > 0 ? ` and the ${formatWithNoun(wrong.length, "question")} you missed` : ""
  }`;
  return (
    <section
      aria-labelledby={`quiz-${deck}`}
      className="mt-14 max-w-2xl border-t border-line pt-8 print:hidden"
    >
      <h2 id={`quiz-${deck}`} className="text-xl font-semibold">
        {title}
      </h2>
      <LastTime deck={deck} />
      <ol className="mt-5 grid gap-10">
        {questions.map((view, i) => (
          <li key={view.id} className="grid gap-2">
            <p className="text-sm text-ink-2">
              Question {i + 1} of {questions.length}
            </p>
            <QuestionBox
              view={view}
              label={`Question ${i + 1} of ${questions.length}`}
              chosen={chosen[view.id] ?? null}
              onChoose={(option) => choose(view.id, option)}
            />
            {chosen[view.id] === undefined && <Answer view={view} />}
          </li>
        ))}
      </ol>
      <div className="mt-8 grid gap-3 border-t border-line pt-5">
        <div className="flex flex-wrap items-center gap-3">
          <StatusLine>
            {answered.length === questions.length && `${right} of ${questions.length} right.`}
          </StatusLine>
          {answered.length > 0 && (
            <Button size="small" variant="quiet" onClick={() => setChosen({})}>
              Answer again
            </Button>
          )}
        </div>
        {cardCount > 0 && (
          <AddCardsButton
            label={addLabel}
            reviewHref={`/review?deck=${deck}`}
            add={() => addDeck({ deck, questionIds: wrong.map(({ id }) => id), timeZone: ownTimeZone() })}
          />
        )}
      </div>
    </section>
  );
}
