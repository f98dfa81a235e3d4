"use client";

import { useEffect, useRef } from "react";
import { useInterviewState, useSnapshot } from "../interview-context";
import { PartnerPresence } from "../partner/partner-presence";
import { ReadAloud } from "../voice/read-aloud";
import { Composer } from "./composer";
import { Message } from "./message";
import { SpeechInProgress } from "./speech-in-progress";
import { useSpeech } from "./use-speech";

/** The conversation, newest at the bottom, with its input below. */
export function ThreadPanel() {
  const thread = useInterviewState((state) => state.thread);
  const openEntryId = useInterviewState(
    (state) => state.prompted.find((prompting) => prompting.settled === null)?.entryId ?? null,
  );
  const hasPartner = useSnapshot((snapshot) => snapshot.seat === "here");
  const speech = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  const count = thread.length + (speech?.text.length ?? 0);
  useEffect(() => {
    const element = list.current;
    if (element && count > 0) element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PartnerPresence />
      <div
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        role="log"
        aria-label="Conversation with the interviewer"
        className="min-h-0 flex-1 overflow-y-auto p-3"
      >
        <ol className="grid gap-3">
          {thread.map((entry) => (
            <Message key={entry.id} entry={entry} isOpen={entry.id === openEntryId} />
          ))}
          {speech && <SpeechInProgress text={speech.text} />}
        </ol>
      </div>
      <div className="flex justify-end px-3 empty:hidden">
        <ReadAloud thread={thread} />
      </div>
      <Composer openEntryId={openEntryId} listener={hasPartner ? "your partner" : "the interviewer"} />
    </div>
  );
}
