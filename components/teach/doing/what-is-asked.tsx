"use client";

import { useOwnZone } from "@/components/teach/assignment/use-own-zone";
import { dateWords, dateWordsForReader } from "@/lib/classroom/dates/date-words";
import type { AttemptsView } from "@/lib/data/submission/load-attempts";
import { STAGE_INFO } from "@/lib/framework/stages";

const MINUTE_MS = 60_000;

/** What will happen after the press, in a few sentences. Of an exam nothing is said that its page would not say. */
export function WhatIsAsked({ view, timeZone }: { view: AttemptsView; timeZone: string }) {
  const zone = useOwnZone();
  const { mode, minutes, stages, dates, state, attempts } = view;
  const inWords = (atMs: number) =>
    zone ? dateWordsForReader(atMs, timeZone, zone) : dateWords(atMs, timeZone);
  const isCut = dates.closesAtMs - minutes * MINUTE_MS < view.wouldEndAtMs - 1_000;
  const left = dates.attempts - attempts.length;
  return (
    <ul className="grid list-disc gap-1.5 pl-5 text-sm text-ink-2">
      <li>
        {mode === "exam"
          ? `An exam of ${minutes} minutes: one blank page, no hints, and a clock that does not stop.`
          : `A coached interview of ${minutes} minutes, with hints. You may stop the clock, but not past the end of the assignment.`}
        {dates.timeMultiplier > 1 &&
          ` That is ${dates.timeMultiplier} times the usual length, as granted to you.`}
      </li>
      {mode === "coach" && stages.length > 0 && (
        <li>
          Asked for: {stages.map((stage) => STAGE_INFO[stage].title).join(", ")}. The other stages are left
          out.
        </li>
      )}
      {isCut && (
        <li className="text-warn">
          Started now, it ends earlier than its {minutes} minutes: at {inWords(view.wouldEndAtMs)}, when the
          assignment closes.
        </li>
      )}
      {state === "late" && (
        <li className="text-warn">The due date has passed: what you submit now is late.</li>
      )}
      <li>
        {left === 1 ? "This is your last attempt." : `You have ${left} attempts left.`} Everything is saved as
        you type, and submitted by itself when the time is over.
      </li>
    </ul>
  );
}
