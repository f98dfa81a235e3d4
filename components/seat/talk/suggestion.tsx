"use client";

import { Button } from "@/components/ui/button";
import type { Suggestion as Suggested } from "@/lib/data/seat/read-seat-news";
import type { InterviewState } from "@/lib/interview/state";
import { useSeatSnapshot, useSeatState } from "../seat-context";
import { useSpeak } from "./speak-context";

const VERB = { trigger: "Ask this", twist: "Change this", settle: "Say this" } as const;

/** Whether it can still be said: the script was asked some seconds ago. */
function isFresh({ speech }: Suggested, state: InterviewState): boolean {
  if (speech.say === "settle") return state.prompted.some(({ settled }) => settled === null);
  if (speech.say !== "trigger" && speech.say !== "twist") return false;
  return !state.prompted.some(({ kind, id }) => kind === speech.say && id === speech.id);
}

/** What the script would say now, if it sat here. */
export function Suggestion() {
  const suggestion = useSeatSnapshot((snapshot) => snapshot.suggestion);
  const state = useSeatState((current) => current);
  const { speak, canSpeak } = useSpeak();
  const shown = suggestion && isFresh(suggestion, state) ? suggestion : null;
  const verb = shown && VERB[shown.speech.say as keyof typeof VERB];
  return (
    <section aria-label="What the script would say now" className="grid gap-1.5 border-b border-line p-3">
      <h2 className="text-xs font-medium text-ink-2">What the script would say now</h2>
      {shown ? (
        <div className="flex items-start justify-between gap-3">
          <p className="text-sm">{shown.text}</p>
          <Button
            size="small"
            variant="primary"
            data-seat-target="suggestion"
            disabled={!canSpeak}
            onClick={() => speak(shown.speech)}
          >
            {verb}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-2">Nothing presses. Let the candidate work.</p>
      )}
    </section>
  );
}
