"use client";

import { Library, MessageSquarePlus, Undo2 } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { StatusLine } from "@/components/ui/status-line";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { formatWithNoun } from "@/lib/framework/units";
import { AnnotatedAnswer } from "./annotated-answer";
import { BankDialog } from "./bank-dialog";
import { BoardFeedback } from "./board-feedback";
import { Composer } from "./composer";
import { useFeedback } from "./feedback-context";
import { OwnCard } from "./own-card";
import { PassageArea } from "./passage-area";
import { PlaceDialog } from "./place-dialog";
import { partTitle } from "./place-words";
import { SelectionComment } from "./selection-comment";

const card = (comment: FeedbackComment) => <OwnCard comment={comment} />;

function Tools({ onChoose, onBank }: { onChoose: () => void; onBank: () => void }) {
  const { comments, canWrite, message, deleted, undo } = useFeedback();
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 print:hidden">
      <span className="mr-auto text-sm text-ink-2 tabular-nums">
        {formatWithNoun(comments.length, "comment")}
      </span>
      <StatusLine>{message}</StatusLine>
      {deleted && (
        <Button size="small" icon={<Undo2 size={14} aria-hidden />} onClick={undo}>
          Undo the deletion
        </Button>
      )}
      {canWrite && (
        <>
          <Button size="small" icon={<MessageSquarePlus size={14} aria-hidden />} onClick={onChoose}>
            Comment{" "}
            <span aria-hidden>
              <Kbd>C</Kbd>
            </span>
          </Button>
          <Button size="small" variant="quiet" icon={<Library size={14} aria-hidden />} onClick={onBank}>
            Comment bank
          </Button>
        </>
      )}
    </div>
  );
}

/** A press on a component of the picture is a comment on it; the outline beside it does the same by keyboard. */
function CommentableBoard() {
  const { subject, comments, numbers, canWrite, compose } = useFeedback();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root || !canWrite) return;
    const onClick = (event: Event) => {
      const node = event.target instanceof Element ? event.target.closest("[data-node]") : null;
      const nodeId = node?.getAttribute("data-node");
      if (nodeId) compose({ pointId: null, anchor: { kind: "node", nodeId } });
    };
    root.addEventListener("click", onClick);
    return () => root.removeEventListener("click", onClick);
  }, [canWrite, compose]);
  const tool = (nodeId: string, name: string) => (
    <Button
      size="small"
      variant="quiet"
      aria-label={`Comment on ${name}`}
      iconOnly
      icon={<MessageSquarePlus size={14} aria-hidden />}
      onClick={() => compose({ pointId: null, anchor: { kind: "node", nodeId } })}
    />
  );
  return (
    <div ref={ref} className={canWrite ? "[&_[data-node]]:cursor-pointer" : undefined}>
      <BoardFeedback
        {...{ comments, numbers }}
        board={subject.board}
        renderComment={card}
        {...(canWrite ? { renderTool: tool } : {})}
      />
    </div>
  );
}

/** The submitted answers and the board with the remarks on them, and all that writes remarks. Inside a FeedbackProvider. */
export function FeedbackPanel() {
  const { subject, comments, numbers } = useFeedback();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<"place" | "bank" | null>(null);
  const choose = useCallback(() => setOpen("place"), []);
  const onWhole = comments.filter(({ anchor, pointId }) => anchor === null && pointId === null);
  return (
    <section aria-label="Answer and comments" className="grid gap-5">
      <Tools onChoose={choose} onBank={() => setOpen("bank")} />
      <PassageArea className="grid gap-6">
        {onWhole.length > 0 && (
          <ul aria-label="Comments on the whole submission" className="grid gap-2">
            {onWhole.map((comment) => (
              <li key={comment.id}>{card(comment)}</li>
            ))}
          </ul>
        )}
        <div ref={root} className="relative grid gap-6">
          {subject.answers.map(({ part, text }) => (
            <section key={part} aria-labelledby={`answer-${part}`}>
              <h3 id={`answer-${part}`} className="mb-2 text-sm font-medium text-ink-2">
                {partTitle(part)}
              </h3>
              <AnnotatedAnswer
                {...{ part, text, comments, numbers }}
                points={subject.points}
                renderComment={card}
              />
            </section>
          ))}
          {subject.answers.length === 0 && <p className="text-ink-2">Nothing was written here.</p>}
          <SelectionComment root={root} onChoose={choose} />
        </div>
        {subject.board.nodes.length > 0 && (
          <section aria-labelledby="board-feedback">
            <h3 id="board-feedback" className="mb-2 text-sm font-medium text-ink-2">
              Board
            </h3>
            <CommentableBoard />
          </section>
        )}
      </PassageArea>
      <Composer />
      {open === "place" && <PlaceDialog onClose={() => setOpen(null)} />}
      {open === "bank" && <BankDialog onClose={() => setOpen(null)} />}
    </section>
  );
}
