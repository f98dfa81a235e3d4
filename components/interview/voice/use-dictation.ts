"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Dictation, type DictationState, type Recogniser } from "./dictation";

type RecogniserClass = {
  new (): Recogniser;
  /** Newer browsers tell whether they can do it on the device. */
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
};

function recogniserClass(): RecogniserClass | null {
  const global = window as unknown as Record<string, RecogniserClass | undefined>;
  return global.SpeechRecognition ?? global.webkitSpeechRecognition ?? null;
}

/** Answers are graded in English, so that is what is listened for: the speaker's own kind of it. */
const languageOf = (): string => navigator.languages.find((tag) => tag.startsWith("en")) ?? "en-US";

async function canStayHere(found: RecogniserClass, language: string): Promise<boolean> {
  try {
    return (await found.available?.({ langs: [language], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

const nothingChanges = () => () => {};

/** Whether this browser can turn speech into text; false on the server. */
export const useHasDictation = (): boolean =>
  useSyncExternalStore(
    nothingChanges,
    () => recogniserClass() !== null,
    () => false,
  );

/** Dictation for one text. `onWords` gets words as they become certain; stops when the component goes. */
export function useDictation(onWords: (words: string) => void) {
  const [state, setState] = useState<DictationState>({ kind: "off" });
  const dictation = useRef<Dictation | null>(null);
  const latest = useRef(onWords);
  useEffect(() => {
    latest.current = onWords;
  }, [onWords]);
  const stop = useCallback(() => {
    dictation.current?.stop();
    dictation.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  async function start() {
    const found = recogniserClass();
    if (!found) return;
    const language = languageOf();
    const isLocal = await canStayHere(found, language);
    // Two texts cannot be dictated at once, and the interviewer is not listened to.
    window.speechSynthesis?.cancel();
    dictation.current = new Dictation({
      create: () => {
        const recogniser = new found();
        recogniser.lang = language;
        if (isLocal) recogniser.processLocally = true;
        return recogniser;
      },
      onWords: (words) => latest.current(words),
      onState: setState,
      now: () => performance.now(),
    });
    dictation.current.start();
  }
  return { state, start, stop };
}
