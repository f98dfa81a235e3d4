"use client";

import { CornerDownLeft } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/inputs";
import { MAX_QUESTION_CHARS, MAX_REPLY_CHARS } from "@/lib/interview/events";
import { toStorable } from "@/lib/interview/storable-text";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";
import { FOCUS_TARGETS } from "../keys/focus-targets";
import { DictateButton } from "../voice/dictate-button";
import { joinSpoken } from "../voice/join-spoken";

/** The one input of the thread. While a follow-up is open it replies to that; a question can always be asked. */
export function Composer({
  openEntryId,
  listener,
}: {
  openEntryId: string | null;
  /** Who listens, in words. */
  listener: string;
}) {
  const { store } = useInterview();
  const canWrite = useCanWrite();
  // Words may be typed while drafts are still read; only sending waits for that.
  const isRunning = useInterviewState((state) => state.status === "running");
  const [text, setText] = useState("");
  const [asksAnyway, setAsksAnyway] = useState(false);
  const inputId = useId();
  const isReply = openEntryId !== null && !asksAnyway;
  const most = isReply ? MAX_REPLY_CHARS : MAX_QUESTION_CHARS;

  function send(event?: FormEvent) {
    event?.preventDefault();
    const said = toStorable(text).trim().slice(0, most);
    if (said === "" || !canWrite) return;
    if (isReply && openEntryId !== null)
      store.write({ kind: "reply-given", replyTo: openEntryId, text: said });
    else store.write({ kind: "question-asked", text: said });
    // What is said should be answered now, not with the next save.
    store.expectNews();
    setText("");
    setAsksAnyway(false);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form onSubmit={send} className="grid gap-2 border-t border-line bg-paper p-3">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={inputId} className="text-sm font-medium">
          {isReply ? `Reply to ${listener}` : `Ask ${listener}`}
        </label>
        {openEntryId !== null && (
          <button
            type="button"
            className="min-h-6 text-sm text-accent underline underline-offset-2"
            onClick={() => setAsksAnyway(!asksAnyway)}
          >
            {isReply ? "Ask something instead" : "Reply instead"}
          </button>
        )}
      </div>
      <TextArea
        id={inputId}
        data-focus-target={FOCUS_TARGETS.composer}
        rows={2}
        maxLength={most}
        value={text}
        readOnly={!isRunning}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={
          isReply ? "In a sentence or two, with the reason" : "For example: who uses this, and how many?"
        }
      />
      <div className="flex items-center justify-between gap-2">
        <span className="flex min-w-0 items-center gap-2">
          <DictateButton
            what={isReply ? "your reply" : "your question"}
            disabled={!isRunning}
            onWords={(words) => setText((typed) => (typed + joinSpoken(typed, words)).slice(0, most))}
          />
          <span className="hidden text-xs text-ink-2 sm:inline">Enter sends, Shift Enter makes a line</span>
        </span>
        <Button type="submit" size="small" variant="primary" disabled={!canWrite || text.trim() === ""}>
          {isReply ? "Reply" : "Ask"} <CornerDownLeft size={14} aria-hidden />
        </Button>
      </div>
    </form>
  );
}
