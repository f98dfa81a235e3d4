/**
 * An interview as it stood at any moment: the fold of its log up to there. Events count in the order of the log; what
 * a device wrote offline entered it later, so an instant of the replay is the latest that the log had reached.
 */
import { elapsedMs, totalMs } from "@/lib/interview/clock";
import type { LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { INITIAL_STATE, type InterviewState } from "@/lib/interview/state";

/** States are kept every so many events, so that a jump folds few. */
const CHECKPOINT_EVERY = 64;

export type Replay = {
  events: readonly LoggedEvent[];
  /** The state at the end, equal to the fold of the whole log. */
  final: InterviewState;
  /** Working time at the end, in milliseconds. */
  lengthMs: number;
  /** Working time that the interview had, in milliseconds. */
  totalMs: number;
  /** Working time at which each event counts, never falling. */
  times: readonly number[];
  /** The state after this many milliseconds of working time; pauses take none. */
  at(workingMs: number): InterviewState;
  /** The state after the first `count` events. */
  after(count: number): InterviewState;
};

/** Index of the first entry above `limit` in a list that never falls. */
function countUpTo(times: readonly number[], limit: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createReplay(events: readonly LoggedEvent[]): Replay {
  const checkpoints: InterviewState[] = [INITIAL_STATE];
  for (let from = 0; from + CHECKPOINT_EVERY <= events.length; from += CHECKPOINT_EVERY) {
    const before = checkpoints.at(-1) ?? INITIAL_STATE;
    checkpoints.push(foldEvents(events.slice(from, from + CHECKPOINT_EVERY), before));
  }
  const after = (count: number): InterviewState => {
    const at = Math.min(Math.floor(count / CHECKPOINT_EVERY), checkpoints.length - 1);
    return foldEvents(events.slice(at * CHECKPOINT_EVERY, count), checkpoints[at] ?? INITIAL_STATE);
  };
  const final = after(events.length);
  // The clock of a submitted interview stands still; here it is asked for instants before that.
  const running = { ...final, submittedAtMs: null };
  let latest = 0;
  const times = events.map((event) => {
    latest = Math.max(latest, elapsedMs(running, event.atMs));
    return latest;
  });
  return {
    events,
    final,
    lengthMs: times.at(-1) ?? 0,
    totalMs: final.setup ? totalMs(final.setup) : 0,
    times,
    at: (workingMs) => after(countUpTo(times, workingMs)),
    after,
  };
}
