/** Two tries within one deadline. The second follows only what may pass by itself: too many requests, a server's error, a lost connection. */
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { ModelCancelled, ModelError, toModelError } from "./failure";

export const MAX_TRIES = 2;

/** Aborts after so many milliseconds, with the reason that says which clock it was. */
export type Deadline = { signal: AbortSignal; isOver(): boolean; end(): void };

/** @param outer the caller's own signal: ending it is no failure */
export function startDeadline(milliseconds: number, outer: AbortSignal): Deadline {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), milliseconds);
  return {
    signal: AbortSignal.any([own.signal, outer]),
    isOver: () => own.signal.aborted,
    end: () => clearTimeout(timer),
  };
}

/** What an error thrown under a deadline means. */
export function errorUnder(deadline: Deadline, outer: AbortSignal, error: unknown, hasBegun = false): Error {
  if (outer.aborted) return new ModelCancelled("cancelled");
  if (deadline.isOver()) return new ModelError("time");
  return toModelError(error, Date.now(), hasBegun);
}

/** @throws ModelError, or ModelCancelled when `outer` was aborted */
export async function withTries<T>(
  milliseconds: number,
  outer: AbortSignal,
  attempt: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(milliseconds, outer);
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(deadline);
      } catch (error) {
        const known = errorUnder(deadline, outer, error);
        const waitMs = known instanceof ModelError ? known.retryAfterMs : null;
        if (waitMs === null || tries >= MAX_TRIES) throw known;
        await sleep(waitMs, undefined, { signal: deadline.signal }).catch((reason: unknown) => {
          throw errorUnder(deadline, outer, reason);
        });
      }
    }
  } finally {
    deadline.end();
  }
}
