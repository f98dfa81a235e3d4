"use client";

import { Eye, EyeOff, Pause, Play } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { STAGE_INFO } from "@/lib/framework/stages";
import { elapsedMs, formatClock, remainingMs, stageTimes, totalMs } from "@/lib/interview/clock";
import type { InterviewState } from "@/lib/interview/state";
import { useInterview, useInterviewState } from "../interview-context";
import { useSay } from "../status/live-region";
import { ClockSegments, ClockTotal } from "./clock-segments";
import { useNow } from "./use-now";

function StageReading({ state, nowMs }: { state: InterviewState; nowMs: number }) {
  const time = stageTimes(state, nowMs).find(({ stage }) => stage === state.stage);
  if (!time) return null;
  const over = time.overrunMs > 0 ? `, ${formatClock(time.overrunMs)} over` : "";
  return (
    <span className="hidden text-ink-2 sm:inline">
      {STAGE_INFO[time.stage].title} {formatClock(time.spentMs)} of {formatClock(time.budgetMs)}
      <span className="text-warn">{over}</span>
    </span>
  );
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  const { store, actions, loaded } = useInterview();
  const say = useSay();
  const [isBusy, setBusy] = useState(false);
  async function toggle() {
    setBusy(true);
    const message = await store
      .act((sinceSeq) => actions.pause({ interviewId: loaded.id, sinceSeq, paused: !isPaused }))
      .catch(() => "The clock cannot be changed while the server is out of reach.");
    say(message ?? (isPaused ? "The clock runs again." : "The clock is stopped."));
    setBusy(false);
  }
  return (
    <Button
      size="small"
      variant="quiet"
      icon={isPaused ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />}
      busyLabel={isBusy ? "One moment" : undefined}
      onClick={toggle}
    >
      {isPaused ? "Go on" : "Pause"}
    </Button>
  );
}

/** The thin bar on top: time left, budgets, pause. The figures can be hidden; the bar never blocks anything. */
export function ClockBar() {
  const nowMs = useNow();
  const state = useInterviewState((current) => current);
  const [isHidden, setHidden] = useState(false);
  if (!state.setup) return null;
  const isCoach = state.setup.mode === "coach";
  const isPaused = state.status === "paused";
  return (
    <section aria-label="Time" className="grid gap-1 text-sm">
      <div className="flex min-h-8 items-center gap-3">
        {!isHidden && (
          <>
            <span role="timer" className="font-mono text-base tabular-nums">
              {formatClock(remainingMs(state, nowMs))}
              <span className="sr-only"> left</span>
            </span>
            {isPaused ? (
              <span className="text-warn">Paused</span>
            ) : (
              isCoach && <StageReading state={state} nowMs={nowMs} />
            )}
          </>
        )}
        <span className="ml-auto flex">
          {isCoach && <PauseButton isPaused={isPaused} />}
          <Button
            size="small"
            variant="quiet"
            icon={isHidden ? <Eye size={15} aria-hidden /> : <EyeOff size={15} aria-hidden />}
            aria-pressed={isHidden}
            onClick={() => setHidden(!isHidden)}
          >
            {isHidden ? "Show time" : "Hide time"}
          </Button>
        </span>
      </div>
      {!isHidden &&
        (isCoach ? (
          <ClockSegments state={state} nowMs={nowMs} />
        ) : (
          <ClockTotal share={elapsedMs(state, nowMs) / totalMs(state.setup)} />
        ))}
    </section>
  );
}
