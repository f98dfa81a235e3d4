"use client";

import { Library, MessageSquarePlus, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { StatusLine } from "@/components/ui/status-line";
import { formatWithNoun } from "@/lib/framework/units";
import { useFeedback } from "./feedback-context";

/** How many comments there are, what just happened to one, and the ways to write. */
export function FeedbackTools() {
  const { comments, canWrite, message, deleted, undo, commentHere, openBank } = useFeedback();
  return (
    <div tabIndex={-1} className="flex flex-wrap items-center gap-x-2 gap-y-1 outline-none print:hidden">
      <span className="mr-auto text-sm text-ink-2 tabular-nums">
        {formatWithNoun(comments.length, "comment")}
      </span>
      <StatusLine>{message}</StatusLine>
      {deleted && (
        <Button
          key={deleted.id}
          size="small"
          // The button that was pressed is deleted with its comment.
          autoFocus
          icon={<Undo2 size={14} aria-hidden />}
          onClick={(event) => {
            event.currentTarget.parentElement?.focus();
            void undo();
          }}
        >
          Undo the deletion
        </Button>
      )}
      {canWrite && (
        <Button
          size="small"
          aria-keyshortcuts="c"
          icon={<MessageSquarePlus size={14} aria-hidden />}
          onClick={commentHere}
        >
          Comment{" "}
          <span aria-hidden>
            <Kbd>C</Kbd>
          </span>
        </Button>
      )}
      <Button size="small" variant="quiet" icon={<Library size={14} aria-hidden />} onClick={openBank}>
        Comment bank
      </Button>
    </div>
  );
}
