"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useSay } from "@/components/interview/status/live-region";
import type { SpeechInput } from "@/lib/data/seat/speak-as-partner";
import { pendingQuestions } from "@/lib/interview/seat/pending-questions";
import { useSeat, useSeatSnapshot } from "../seat-context";

type Speaking = {
  canSpeak: boolean;
  /** Says it, as the answer to the question that is being answered when it can be one. True when it was said. */
  speak(speech: SpeechInput["speech"]): Promise<boolean>;
  /** The candidate's question that the next answer answers; null when none waits. */
  answering: string | null;
  answer(questionId: string): void;
  problem: string;
};
const SpeakContext = createContext<Speaking | null>(null);

/** Everything that is said from the page goes through here: buttons of the script and words of one's own. */
export function SpeakProvider({ children }: { children: ReactNode }) {
  const { store } = useSeat();
  const say = useSay();
  const pending = pendingQuestions(useSeatSnapshot((snapshot) => snapshot.state));
  const isSitting = useSeatSnapshot((snapshot) => snapshot.isSitting);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  // The oldest, unless another one was chosen that still waits.
  const answering = (pending.find(({ id }) => id === chosen) ?? pending[0])?.id ?? null;
  const speak = useCallback(
    async (speech: SpeechInput["speech"]) => {
      setProblem("");
      const message = await store.speak(speech, answering);
      if (message) setProblem(message);
      else say("Said.");
      return message === null;
    },
    [store, answering, say],
  );
  return (
    <SpeakContext value={{ canSpeak: isSitting, speak, answering, answer: setChosen, problem }}>
      {children}
    </SpeakContext>
  );
}

export function useSpeak(): Speaking {
  const speaking = useContext(SpeakContext);
  if (!speaking) throw new Error("useSpeak is used outside SpeakProvider");
  return speaking;
}
