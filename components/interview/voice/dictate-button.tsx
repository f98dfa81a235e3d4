"use client";

import { Mic, MicOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useStoredSwitch } from "@/components/layout/use-stored-switch";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSay } from "../status/live-region";
import type { DictationProblem } from "./dictation";
import { useDictation, useHasDictation } from "./use-dictation";

const NOTED_KEY = "shortlist:dictation-noted";

const PROBLEM_WORDS: Record<DictationProblem, string> = {
  denied: "The browser does not let this page use the microphone. Allow it in the address bar, or type.",
  "no-microphone": "No microphone was found. Plug one in and try again, or type.",
  unreachable: "The browser's speech service does not answer. Typing works as always.",
  "not-this-language": "The browser cannot listen in English. Typing works as always.",
};

type Props = {
  /** What is dictated, for the button's name: "the answer". */
  what: string;
  disabled: boolean;
  onWords: (words: string) => void;
};

/**
 * Starts and stops dictation into one text; nothing at all where the browser cannot. Before the first time it says
 * where the sound may go, since only the browser decides that.
 */
export function DictateButton({ what, disabled, onWords }: Props) {
  const isPossible = useHasDictation();
  const [isNoted, setNoted] = useStoredSwitch(NOTED_KEY);
  const [isAsking, setAsking] = useState(false);
  const say = useSay();
  const { state, start, stop } = useDictation(onWords);
  const problem = state.kind === "failed" ? PROBLEM_WORDS[state.problem] : "";
  useEffect(() => {
    if (problem) say(problem);
  }, [problem, say]);
  if (!isPossible) return null;
  const isListening = state.kind === "listening";
  function press() {
    if (isListening) stop();
    else if (isNoted) void start();
    else setAsking(true);
  }
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        disabled={disabled}
        aria-pressed={isListening}
        onClick={press}
        icon={isListening ? <MicOff size={15} aria-hidden /> : <Mic size={15} aria-hidden />}
      >
        {isListening ? "Stop dictating" : "Dictate"}
        <span className="sr-only"> {what}</span>
      </Button>
      {isListening && (
        <span className="min-w-0 truncate text-xs text-ink-2">
          {state.interim || "Listening; pauses are fine"}
        </span>
      )}
      {problem && <span className="min-w-0 text-xs text-warn">{problem}</span>}
      <Dialog open={isAsking} onClose={() => setAsking(false)} title="Before you speak">
        <div className="grid gap-4 text-sm">
          <p>
            Your browser turns speech into text. Some browsers do that on this device; others send the sound
            to their maker. Shortlist receives the text only, as if you had typed it.
          </p>
          <p>
            Speak as slowly as you like: a pause ends nothing, and nothing is sent before you press a key.
            “New line” and “next point” break the line. What was misheard can be corrected by typing.
          </p>
          <div className="flex gap-2">
            <Button
              variant="primary"
              onClick={() => {
                setNoted(true);
                setAsking(false);
                void start();
              }}
            >
              Start dictating
            </Button>
            <Button onClick={() => setAsking(false)}>Not now</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
