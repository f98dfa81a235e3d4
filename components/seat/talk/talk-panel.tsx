"use client";

import { useEffect, useRef } from "react";
import { Message } from "@/components/interview/thread/message";
import { useSeatState } from "../seat-context";
import { Pending } from "./pending";
import { SpeechComposer } from "./speech-composer";
import { Suggestion } from "./suggestion";

function Thread() {
  const thread = useSeatState((state) => state.thread);
  const openId = useSeatState((state) => state.prompted.find(({ settled }) => settled === null)?.entryId);
  const list = useRef<HTMLDivElement>(null);
  const count = thread.length;
  useEffect(() => {
    const element = list.current;
    if (element && count > 0) element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <div
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      role="log"
      aria-label="Conversation with the candidate"
      className="min-h-32 flex-1 overflow-y-auto p-3"
    >
      <ol className="grid gap-3">
        {thread.map((entry) => (
          <Message key={entry.id} entry={entry} isOpen={entry.id === openId} viewpoint="partner" />
        ))}
      </ol>
    </div>
  );
}

/** What the script suggests, what waits, what was said, and the input for one's own words. */
export function TalkPanel() {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Suggestion />
      <Pending />
      <Thread />
      <SpeechComposer />
    </div>
  );
}
