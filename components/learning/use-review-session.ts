"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Aside } from "@/lib/data/learning/set-aside";
import { AGAIN, GOOD, type Grade } from "@/lib/learning/grades";
import { foldSession, type Session, type Slot, startSession } from "@/lib/learning/session";
import type { ReviewActions } from "./learning-actions";
import type { ReviewEntry } from "./review-entry";
import { type Kept, type Sender, useSender } from "./use-sender";

const LOOK_EVERY_MS = 5_000;

export type ReviewSession = {
  session: Session;
  entry: ReviewEntry | null;
  /** The option that was chosen in the question that is shown. */
  chosen: number | null;
  sender: Sender;
  reveal: () => void;
  grade: (grade: Grade) => void;
  choose: (option: number) => void;
  next: () => void;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
  putAside: (aside: Aside) => void;
};

/** Sends the answer of a question: a grade of it, or the test of a missed point. */
async function sendAnswer(
  actions: ReviewActions,
  entry: ReviewEntry,
  option: number,
  answerId: string,
  revision: number,
) {
  const { deck, itemId } = entry.key;
  const common = { answerId, deck, itemId, option };
  const { transfer, slot } = entry;
  const result = await (transfer
    ? actions.answer({
        ...common,
        purpose: "transfer",
        caseSlug: transfer.caseSlug,
        pointId: transfer.pointId,
      })
    : actions.answer({ ...common, purpose: "review", revision }));
  if (!result.ok) return result;
  // A question of transfer has no memory of its own: it is through.
  return { ok: true as const, data: result.data?.graded ?? { revision, waits: slot.waits } };
}

/** The session in the browser: shows the next item at once, and tells the server beside it, in order, each grade once. */
export function useReviewSession(entries: readonly ReviewEntry[], actions: ReviewActions): ReviewSession {
  const slots = entries.map(({ slot }) => slot);
  const [session, dispatch] = useReducer(foldSession, slots, (all) => startSession(all, Date.now()));
  const [chosen, setChosen] = useState<number | null>(null);
  const lastReview = useRef<{ id: string; reviewId: string } | null>(null);
  const revisions = useRef(new Map<string, number>());
  // What was answered: of two presses before the next is drawn, the second finds it here.
  const answered = useRef<Slot | null>(null);
  const onKept = useCallback((id: string, kept: Kept) => {
    if (kept) revisions.current.set(id, kept.revision);
  }, []);
  const sender = useSender(dispatch, onKept);
  const entry = entries.find(({ slot }) => slot.id === session.current?.id) ?? null;
  const id = entry?.slot.id ?? "";

  useEffect(() => {
    const timer = setInterval(() => dispatch({ kind: "time-passed", nowMs: Date.now() }), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  /** True once for each showing of an item. */
  function isFirstAnswer(): boolean {
    if (!session.current || answered.current === session.current) return false;
    answered.current = session.current;
    return true;
  }
  function leave(given: Grade) {
    setChosen(null);
    dispatch({ kind: "graded", id, grade: given, nowMs: Date.now() });
  }
  function grade(given: Grade) {
    if (!entry?.sides || !session.current || !session.isRevealed || !isFirstAnswer()) return;
    const input = {
      ...entry.key,
      reviewId: crypto.randomUUID(),
      revision: session.current.revision,
      grade: given,
    };
    lastReview.current = { id, reviewId: input.reviewId };
    sender.send(id, () => actions.grade(input));
    leave(given);
  }
  function choose(option: number) {
    if (!entry?.question?.options[option] || !session.current || session.isRevealed || !isFirstAnswer())
      return;
    const { revision } = session.current;
    const answerId = crypto.randomUUID();
    lastReview.current = null;
    setChosen(option);
    dispatch({ kind: "revealed" });
    sender.send(id, () => sendAnswer(actions, entry, option, answerId, revision));
  }
  function undo() {
    const review = lastReview.current;
    if (!review) return;
    const undoId = crypto.randomUUID();
    lastReview.current = null;
    setChosen(null);
    dispatch({ kind: "undone" });
    // The revision is the one that the grade made: it is known when the requests before this one are answered.
    const revision = () => revisions.current.get(review.id) ?? 0;
    sender.send(review.id, () => actions.undo({ undoId, reviewId: review.reviewId, revision: revision() }));
  }
  function putAside(aside: Aside) {
    if (!entry || entry.transfer) return;
    lastReview.current = null;
    sender.send(id, async () => {
      const result = await actions.setAside({ ...entry.key, aside });
      return result.ok ? { ok: true, data: null } : result;
    });
  }
  return {
    session,
    entry,
    chosen,
    sender,
    reveal: () => dispatch({ kind: "revealed" }),
    grade,
    choose,
    next: () => chosen !== null && leave(entry?.question?.options[chosen]?.isRight ? GOOD : AGAIN),
    undo: session.last && session.last.slot.id === lastReview.current?.id ? undo : null,
    putAside,
  };
}
