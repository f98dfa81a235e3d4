"use client";

import { useEffect, useState } from "react";
import { useInterview, useInterviewState } from "../interview-context";

/** Words that a language model is finding for the interviewer; the event that they become has this id. */
export type Speech = { eventId: string; text: string };

/** Longer than the log takes to be asked for. */
const FORGET_MS = 4_000;

function parse(data: string): Speech | null {
  const value: unknown = JSON.parse(data);
  if (typeof value !== "object" || value === null) return null;
  const { eventId, text } = value as Partial<Speech>;
  return typeof eventId === "string" && typeof text === "string" ? { eventId, text } : null;
}

/**
 * What the interviewer is saying just now, as it is written; null most of the time. The log stays the record: when the
 * stream ends, the log is asked for, and whatever stands in it takes the place of these words.
 */
export function useSpeech(): Speech | null {
  const { store, loaded } = useInterview();
  const [speech, setSpeech] = useState<Speech | null>(null);
  const { id, hasLiveVoice } = loaded;
  const isRunning = useInterviewState((state) => state.status === "running");
  useEffect(() => {
    if (!hasLiveVoice || !isRunning) return;
    let source: EventSource | null = null;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: MessageEvent<string>) => {
      const heard = parse(event.data);
      clearTimeout(forget);
      if (heard) return setSpeech(heard);
      // Over: what was finally said is in the log, or nothing was, since it had gone out of date.
      store.hurry();
      forget = setTimeout(() => setSpeech(null), FORGET_MS);
    };
    // A hidden tab needs no connection of its own; browsers allow few to one server.
    const follow = () => {
      source?.close();
      source = null;
      if (document.visibilityState === "hidden") return setSpeech(null);
      source = new EventSource(`/api/interviews/${id}/speech`);
      source.onmessage = hear;
      source.onerror = () => setSpeech(null);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      clearTimeout(forget);
      source?.close();
      setSpeech(null);
    };
  }, [id, hasLiveVoice, isRunning, store]);
  const isSaid = useInterviewState((state) => state.thread.some((entry) => entry.id === speech?.eventId));
  return isSaid ? null : speech;
}
