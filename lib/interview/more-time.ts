/**
 * More time for an interview that runs: an extension, or an assignment whose dates move. An end that a candidate was told
 * never comes nearer (decision 36): who plans the last minutes must be able to count on them.
 */
import { totalMs } from "./clock";
import type { ServerEventBody } from "./events";
import type { InterviewState } from "./state";

/** What holds for the candidate now: 1 to 2, and the instant (ms since 1970) at which the assignment closes for them. */
export type Allowance = { timeMultiplier: number; closesAtMs: number };
type Grant = Extract<ServerEventBody, { kind: "time-granted" }>;

/** Null when nothing becomes longer or later, and for an interview that has ended or belongs to no assignment. */
export function moreTime(state: InterviewState, allowance: Allowance): Grant | null {
  const { setup, latestEndMs: toldMs, deadlineAtMs, startedAtMs } = state;
  if (!setup || toldMs === null || state.status === "submitted") return null;
  const timeMultiplier = Math.max(setup.timeMultiplier, allowance.timeMultiplier);
  const latestEndMs = Math.max(toldMs, allowance.closesAtMs);
  if (timeMultiplier === setup.timeMultiplier && latestEndMs === toldMs) return null;
  // What an open pause adds is reckoned when it ends (clock.ts: endsAtMs).
  const pausedMs = state.pauses.reduce((sum, { fromMs, toMs }) => sum + ((toMs ?? fromMs) - fromMs), 0);
  const ownEndMs = startedAtMs + totalMs({ ...setup, timeMultiplier }) + pausedMs;
  const movedMs = Math.max(deadlineAtMs, Math.min(ownEndMs, latestEndMs));
  return { kind: "time-granted", timeMultiplier, deadlineAtMs: movedMs, latestEndMs };
}
