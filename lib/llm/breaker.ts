/**
 * A circuit breaker (Nygard, Release It!, 2007): after three failures in a row nothing is asked for a minute; then one
 * call tries, and its outcome closes the breaker or opens it again. A state machine without a clock of its own.
 */
import type { ModelFailure } from "@/lib/interview/model-failure";

export type Breaker = {
  /** In a row. */
  failures: number;
  openUntilMs: number | null;
  /** While a call tries whether the model is back, the others still wait. */
  probeUntilMs: number | null;
};

export const CLOSED: Breaker = { failures: 0, openUntilMs: null, probeUntilMs: null };
export const FAILURES_TO_OPEN = 3;
export const OPEN_MS = 60_000;
/** A trial whose process died is over after this long. */
const PROBE_MS = 30_000;

/** The state with which a call may begin; null: it may not. */
export function admit(breaker: Breaker, nowMs: number): Breaker | null {
  if (breaker.openUntilMs === null) return breaker;
  if (nowMs < breaker.openUntilMs) return null;
  if (breaker.probeUntilMs !== null && nowMs < breaker.probeUntilMs) return null;
  return { ...breaker, probeUntilMs: nowMs + PROBE_MS };
}

export function afterFailure(breaker: Breaker, nowMs: number): Breaker {
  const failures = breaker.failures + 1;
  const opens = breaker.openUntilMs !== null || failures >= FAILURES_TO_OPEN;
  return { failures, openUntilMs: opens ? nowMs + OPEN_MS : null, probeUntilMs: null };
}

/** What says something about the server; an answer that could not be read came from one that works. */
const COUNTED: readonly ModelFailure[] = ["time", "rate-limit", "server", "network", "refused", "cut"];
export const countsForBreaker = (failure: ModelFailure): boolean => COUNTED.includes(failure);

export type BreakerPhase = "closed" | "open" | "half-open";
export function phaseOf({ openUntilMs }: Breaker, nowMs: number): BreakerPhase {
  if (openUntilMs === null) return "closed";
  return nowMs < openUntilMs ? "open" : "half-open";
}
