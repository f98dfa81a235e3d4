"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ProgressBar } from "@/components/ui/meter";
import { Spinner } from "@/components/ui/spinner";
import { StatusLine } from "@/components/ui/status-line";
import { GRADES } from "@/lib/learning/grades";
import { leftIn } from "@/lib/learning/session";
import type { ReviewActions } from "./learning-actions";
import { CardTools, ReviewCard } from "./review-card";
import type { ReviewEntry } from "./review-entry";
import { useReviewKeys } from "./use-review-keys";
import { type ReviewSession as Review, useReviewSession } from "./use-review-session";

type Props = {
  entries: readonly ReviewEntry[];
  /** All of today, of which `entries` is the beginning. */
  waiting: number;
  actions: ReviewActions;
};

/** Keys call what the present render offers, without listening anew for each. */
function useKeys(review: Review, onward: () => void): void {
  const latest = useRef({ review, onward });
  useEffect(() => {
    latest.current = { review, onward };
  });
  const keys = useMemo(() => {
    const now = () => latest.current.review;
    const press = () => {
      const { entry, session, reveal, next } = now();
      if (!entry) latest.current.onward();
      else if (entry.question) next();
      else if (!session.isRevealed) reveal();
    };
    const number = (n: number) => () => {
      const { entry, choose, grade } = now();
      const known = GRADES.find((each) => each === n);
      if (entry?.question) choose(n - 1);
      else if (known) grade(known);
    };
    return {
      " ": press,
      Enter: press,
      ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [String(n), number(n)])),
      u: () => now().undo?.(),
      s: () => now().putAside("suspend"),
      b: () => now().putAside("bury"),
    };
  }, []);
  useReviewKeys(keys);
}

/** A page that is left takes the last request with it, so the browser asks first while one is on its way. */
function useLeaveGuard(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);
}

function Position({ done, total }: { done: number; total: number }) {
  return (
    <div className="flex items-center gap-4">
      <ProgressBar
        label="Done of this review"
        value={done}
        max={total}
        valueText={`${done} of ${total} done`}
      />
      <p className="text-sm whitespace-nowrap text-ink-2 tabular-nums">
        {Math.min(done + 1, total)} of {total}
      </p>
    </div>
  );
}

/** All that came with the page is through. The last grade can still be taken back before the page says what is next. */
function Through({ review, onward }: { review: Review; onward: () => void }) {
  const { session, undo, sender } = review;
  if (session.pending.size > 0 && !sender.retry) return <Spinner>Saving</Spinner>;
  if (session.pending.size > 0 || leftIn(session) > 0) return null;
  return (
    <div className="grid justify-items-start gap-4 rounded-lg border border-line-strong/60 bg-raised p-5 sm:p-8">
      <p role="status">That was the last one.</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onward}>
          Finish
        </Button>
        {undo && (
          <Button variant="quiet" onClick={undo}>
            Undo <Kbd>U</Kbd>
          </Button>
        )}
      </div>
    </div>
  );
}

function Batch({ entries, waiting, actions, onThrough }: Props & { onThrough: () => void }) {
  const review = useReviewSession(entries, actions);
  const { session, entry, sender } = review;
  useLeaveGuard(session.pending.size > 0);
  useKeys(review, () => session.pending.size === 0 && leftIn(session) === 0 && onThrough());
  // What is suspended or put off leaves the count; what did not come with the page stays in it.
  const total = session.done + leftIn(session) + waiting - entries.length;
  return (
    <div className="grid gap-4">
      <Position done={session.done} total={total} />
      {entry ? (
        <>
          <ReviewCard entry={entry} review={review} />
          <CardTools entry={entry} review={review} />
        </>
      ) : (
        <Through review={review} onward={onThrough} />
      )}
      <StatusLine tone="bad">
        {sender.message}
        {sender.retry && (
          <Button size="small" className="ml-3" onClick={sender.retry}>
            Try again
          </Button>
        )}
      </StatusLine>
    </div>
  );
}

/**
 * One item at a time: by keyboard, mouse or thumb. The items that came with the page are a batch; what a refresh of
 * the page brings is taken up when the batch is through, never in the middle of it.
 */
export function ReviewSession({ entries, waiting, actions }: Props) {
  const router = useRouter();
  const [batch, setBatch] = useState({ entries, waiting, number: 0 });
  const [isThrough, setThrough] = useState(false);
  if (isThrough && entries !== batch.entries) {
    setBatch({ entries, waiting, number: batch.number + 1 });
    setThrough(false);
  }
  function onThrough() {
    setThrough(true);
    router.refresh();
  }
  return <Batch key={batch.number} {...batch} actions={actions} onThrough={onThrough} />;
}
