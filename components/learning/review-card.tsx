"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { GradeBar } from "./grade-bar";
import { QuestionBox } from "./question-box";
import type { ReviewEntry } from "./review-entry";
import type { ReviewSession } from "./use-review-session";

type Props = { entry: ReviewEntry; review: ReviewSession };

function Labels({ entry }: { entry: ReviewEntry }) {
  const { transfer, deckTitle, isMissed, isNew } = entry;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      {deckTitle}
      {isMissed && !transfer && <Badge tone="warn">you missed this point</Badge>}
      {isNew && <Badge>new</Badge>}
    </p>
  );
}

/** Why a question of another case is asked, once it is answered: before, it would give the answer away. */
function TransferNote({ entry }: { entry: ReviewEntry }) {
  if (!entry.transfer) return null;
  return (
    <p className="text-sm text-ink-2">
      This tests a point that you missed in {entry.transfer.caseTitle}: {entry.transfer.pointText}
    </p>
  );
}

function ReadMore({ href }: { href: string }) {
  return (
    <Link href={href} className="text-sm text-accent underline underline-offset-2">
      Read more
    </Link>
  );
}

function Sides({ entry, review }: Props) {
  const { isRevealed, current } = review.session;
  if (!entry.sides || !current) return null;
  return (
    <>
      <div className="font-serif text-xl leading-relaxed text-pretty">{entry.sides.front}</div>
      {isRevealed ? (
        <>
          <div className="grid gap-3 border-t border-line pt-5 font-serif text-lg leading-relaxed text-pretty">
            {entry.sides.back}
          </div>
          <ReadMore href={entry.readMore} />
          <GradeBar waits={current.waits} onGrade={review.grade} />
        </>
      ) : (
        <Button
          variant="primary"
          size="large"
          className="w-full sm:w-auto sm:justify-self-start"
          onClick={review.reveal}
        >
          Show the answer
        </Button>
      )}
    </>
  );
}

function Question({ entry, review }: Props) {
  if (!entry.question) return null;
  return (
    <>
      {entry.transfer && (
        <p className="text-sm text-ink-2">A situation from another case. What would you do?</p>
      )}
      <QuestionBox view={entry.question} label="Question" chosen={review.chosen} onChoose={review.choose} />
      {review.session.isRevealed && (
        <div className="grid gap-3">
          <TransferNote entry={entry} />
          <ReadMore href={entry.readMore} />
          <Button variant="primary" className="justify-self-start" onClick={review.next}>
            Next
          </Button>
        </div>
      )}
    </>
  );
}

/** The item that is shown. The focus moves to it, so that a screen reader reads on and keys are never lost. */
export function ReviewCard({ entry, review }: Props) {
  const region = useRef<HTMLElement>(null);
  const { isRevealed } = review.session;
  const place = `${entry.slot.id} ${entry.question ? "" : isRevealed}`;
  const shown = useRef(place);
  useEffect(() => {
    // Not when the page opens: then a reader begins at its title.
    if (shown.current !== place) region.current?.focus({ preventScroll: true });
    shown.current = place;
  }, [place]);
  const title = entry.question ? "Question" : isRevealed ? "Answer" : "Card";
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={title}
      className="grid gap-5 rounded-lg border border-line-strong/60 bg-raised p-5 outline-none sm:p-8"
    >
      <Labels entry={entry} />
      {entry.question ? <Question entry={entry} review={review} /> : <Sides entry={entry} review={review} />}
    </section>
  );
}

/** A key beside a word, where there is likely a keyboard. */
function Key({ children }: { children: string }) {
  return (
    <span aria-hidden className="max-sm:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}

/** What else can be done with the item that is shown. */
export function CardTools({ entry, review }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" variant="quiet" disabled={!review.undo} onClick={review.undo ?? undefined}>
        Undo <Key>U</Key>
      </Button>
      {!entry.transfer && (
        <>
          <Button size="small" variant="quiet" onClick={() => review.putAside("bury")}>
            Not today <Key>B</Key>
          </Button>
          <Button size="small" variant="quiet" onClick={() => review.putAside("suspend")}>
            Suspend <Key>S</Key>
          </Button>
        </>
      )}
      <LinkButton
        size="small"
        variant="quiet"
        href={`/review/cards?deck=${entry.key.deck}`}
        className="ml-auto"
      >
        All cards
      </LinkButton>
    </div>
  );
}
