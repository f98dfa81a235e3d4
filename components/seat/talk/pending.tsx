"use client";

import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { formatClock } from "@/lib/interview/clock";
import { pendingQuestions } from "@/lib/interview/seat/pending-questions";
import { QUESTION_PATIENCE_MS } from "@/lib/interview/seat/seat";
import { useSeatNow, useSeatState } from "../seat-context";
import { focusSeat } from "../seat-keys";
import { useSpeak } from "./speak-context";

/** The candidate's questions that wait, with how long they have; the script answers one only when it is told to. */
export function Pending() {
  const questions = pendingQuestions(useSeatState((state) => state));
  const nowMs = useSeatNow();
  const { canSpeak, answering, answer, speak } = useSpeak();
  if (questions.length === 0) return null;
  return (
    <section aria-label="Questions that wait" className="grid gap-2 border-b border-line bg-accent-soft p-3">
      <h2 className="text-xs font-medium text-ink-2">Questions that wait for you</h2>
      <ul className="grid gap-2">
        {questions.map(({ id, text, atMs }) => {
          const waitedMs = nowMs - atMs;
          const isLate = waitedMs >= QUESTION_PATIENCE_MS;
          return (
            <li key={id} className="grid gap-1.5">
              <p className="text-sm [overflow-wrap:anywhere]">
                “{text}”{" "}
                <span className={cx("tabular-nums", isLate ? "text-warn" : "text-ink-2")}>
                  {formatClock(waitedMs)}
                  {isLate && ", the script could answer"}
                </span>
              </p>
              <div className="flex flex-wrap gap-2">
                {id === answering ? (
                  <span className="self-center text-xs text-ink-2">Your next words answer this</span>
                ) : (
                  <Button
                    size="small"
                    onClick={() => {
                      answer(id);
                      focusSeat("composer");
                    }}
                  >
                    Answer this one
                  </Button>
                )}
                {id === answering && (
                  <Button
                    size="small"
                    variant={isLate ? "primary" : "secondary"}
                    disabled={!canSpeak}
                    onClick={() => speak({ say: "script" })}
                  >
                    Let the script answer
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
