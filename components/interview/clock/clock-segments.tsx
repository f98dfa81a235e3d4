"use client";

import { cx } from "@/components/ui/cx";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatClock, stageBudgets, stageTimes } from "@/lib/interview/clock";
import type { InterviewState } from "@/lib/interview/state";

/** Coach mode: the bar cut into the stages' budgets, each filled by the time spent in it; more than full is striped. */
export function ClockSegments({ state, nowMs }: { state: InterviewState; nowMs: number }) {
  if (!state.setup) return null;
  const budgets = stageBudgets(state.setup);
  const times = new Map(stageTimes(state, nowMs).map((time) => [time.stage as string, time]));
  return (
    <div className="flex h-2 gap-0.5" aria-hidden>
      {budgets.map(({ stage, lengthMs }) => {
        const time = times.get(stage);
        const share = time ? Math.min(1, time.spentMs / time.budgetMs) : 0;
        const isOver = (time?.overrunMs ?? 0) > 0;
        const title = stage === "wrap-up" ? "Wrap-up" : STAGE_INFO[stage].title;
        return (
          <div
            key={stage}
            title={`${title}: ${formatClock(time?.spentMs ?? 0)} of ${formatClock(lengthMs)}`}
            style={{ flexGrow: lengthMs }}
            className={cx(
              "overflow-hidden rounded-sm bg-sunken ring-1 ring-line ring-inset",
              stage === state.stage && "ring-line-strong",
            )}
          >
            <div
              className={cx(
                "h-full",
                isOver ? "bg-warn" : stage === state.stage ? "bg-accent" : "bg-line-strong",
              )}
              style={{ width: `${share * 100}%` }}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Exam mode: the whole time only. */
export function ClockTotal({ share }: { share: number }) {
  return (
    <div className="h-2 overflow-hidden rounded-sm bg-sunken ring-1 ring-line ring-inset" aria-hidden>
      <div className="h-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} />
    </div>
  );
}
