/**
 * Long reckoning in turns with everything else: a Node process answers nobody while it computes, so work that stops often
 * is left for a moment whenever it has held the event loop long enough.
 */
import "server-only";

/** A request waits no longer than this for its turn. */
const HELD_MS = 10;

/** Drives the work to its end and returns what it returns. */
export async function inTurns<Result>(work: Iterator<void, Result>): Promise<Result> {
  let since = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < HELD_MS) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
}
