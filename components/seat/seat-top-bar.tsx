"use client";

import { UserRound, UserRoundX } from "lucide-react";
import { useEffect, useState } from "react";
import { ClockSegments, ClockTotal } from "@/components/interview/clock/clock-segments";
import { KeySheet } from "@/components/interview/keys/key-sheet";
import { useSay } from "@/components/interview/status/live-region";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { elapsedMs, formatClock, remainingMs, totalMs } from "@/lib/interview/clock";
import { useSeat, useSeatNow, useSeatSnapshot, useSeatState } from "./seat-context";
import { SEAT_KEY_LIST } from "./seat-keys";

function Clock() {
  const state = useSeatState((current) => current);
  const nowMs = useSeatNow();
  if (!state.setup) return null;
  const isCoach = state.setup.mode === "coach";
  return (
    <section aria-label="Time" className="grid gap-1 text-sm">
      <span role="timer" className="font-mono text-base tabular-nums">
        {formatClock(remainingMs(state, nowMs))}
        <span className="sr-only"> left</span>
        {state.status === "paused" && <span className="ml-3 font-sans text-sm text-warn">Paused</span>}
      </span>
      {isCoach ? (
        <ClockSegments state={state} nowMs={nowMs} />
      ) : (
        <ClockTotal share={elapsedMs(state, nowMs) / totalMs(state.setup)} />
      )}
    </section>
  );
}

/** Whether the partner sits, in words, with the one thing they can do about it. */
function Sitting() {
  const { store } = useSeat();
  const isSitting = useSeatSnapshot((snapshot) => snapshot.isSitting);
  const isLost = useSeatSnapshot((snapshot) => snapshot.connection === "lost");
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const words = isLost
    ? "No connection: the scripted interviewer takes over until it is back"
    : isSitting
      ? "You sit in the interviewer's seat"
      : "The scripted interviewer sits in your seat";
  useEffect(() => say(words), [say, words]);
  async function toggle() {
    setBusy(true);
    const message = await store.occupy(!isSitting);
    if (message) say(message);
    setBusy(false);
  }
  const Icon = isSitting && !isLost ? UserRound : UserRoundX;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span
        data-sitting={isSitting}
        className={`inline-flex items-center gap-1.5 ${isSitting && !isLost ? "text-good" : "text-warn"}`}
      >
        <Icon size={15} aria-hidden className="shrink-0" />
        {words}
      </span>
      <Button
        size="small"
        variant={isSitting ? "secondary" : "primary"}
        busyLabel={isBusy ? "One moment" : undefined}
        onClick={toggle}
      >
        {isSitting ? "Leave the seat" : "Take the seat again"}
      </Button>
    </span>
  );
}

export function SeatTopBar() {
  const { seat } = useSeat();
  const setup = useSeatState((state) => state.setup);
  return (
    <header className="grid gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-base font-semibold">You interview: {seat.caseTitle}</h1>
        {setup && (
          <Badge>
            {setup.mode === "exam" ? "Exam" : "Coach"}, {LEVEL_WORDS[setup.level]}
          </Badge>
        )}
        <Sitting />
        <span className="ml-auto max-lg:hidden">
          <KeySheet keys={SEAT_KEY_LIST} />
        </span>
      </div>
      <Clock />
    </header>
  );
}
