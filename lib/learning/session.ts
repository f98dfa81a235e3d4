/**
 * One review session in a browser: what is shown, what waits, what comes back within the session, what can be undone.
 * A pure reducer; the server is told of each grade beside it and answers with `saved` or `dropped`.
 */
import type { Grade } from "./grades";
import { LEARN_AHEAD_MINUTES } from "./queue";
import type { Waits } from "./schedule";

/** One item of the session. `waits` is how long each grade would put it off, in milliseconds. */
export type Slot = {
  id: string;
  revision: number;
  waits: Waits;
  /** Set when it was graded in this session and comes back: when. */
  backAtMs: number | null;
};

export type Session = {
  current: Slot | null;
  isRevealed: boolean;
  queue: readonly Slot[];
  /** Failed a moment ago, soonest first. */
  later: readonly Slot[];
  /** Sent and not yet answered: not to be shown again before, since their revision is unknown. */
  pending: ReadonlySet<string>;
  /** Items that are through for today. */
  done: number;
  /** What undo takes back: the last grade, and whether the item was through with it. */
  last: { slot: Slot; wasDone: boolean } | null;
};

export type SessionEvent =
  | { kind: "revealed" }
  | { kind: "sent"; id: string }
  /** Of the item with this id; when another is shown by now, nothing happens. */
  | { kind: "graded"; id: string; grade: Grade; nowMs: number }
  | { kind: "saved"; id: string; revision: number; waits: Waits; nowMs: number }
  /** Graded elsewhere, suspended or put off: it leaves the session. */
  | { kind: "dropped"; id: string; nowMs: number }
  | { kind: "undone" }
  | { kind: "time-passed"; nowMs: number };

const AHEAD_MS = LEARN_AHEAD_MINUTES * 60_000;

/** Shows the next item when none is shown: a failed one whose minute has come, the queue, then a failed one ahead of it. */
function advance(session: Session, nowMs: number): Session {
  if (session.current) return session;
  const { queue, later, pending } = session;
  const isFree = ({ id }: Slot) => !pending.has(id);
  const next =
    later.find((slot) => isFree(slot) && (slot.backAtMs ?? 0) <= nowMs) ??
    queue.find(isFree) ??
    later.find((slot) => isFree(slot) && (slot.backAtMs ?? 0) <= nowMs + AHEAD_MS);
  if (!next) return session;
  const without = (slots: readonly Slot[]) => slots.filter(({ id }) => id !== next.id);
  return { ...session, current: next, isRevealed: false, queue: without(queue), later: without(later) };
}

export function startSession(slots: readonly Slot[], nowMs: number): Session {
  const session = {
    current: null,
    isRevealed: false,
    later: [],
    pending: new Set<string>(),
    done: 0,
    last: null,
  };
  return advance({ ...session, queue: slots }, nowMs);
}

const bySoonest = (a: Slot, b: Slot): number => (a.backAtMs ?? 0) - (b.backAtMs ?? 0);

function grade(session: Session, id: string, given: Grade, nowMs: number): Session {
  const slot = session.current;
  if (slot?.id !== id) return session;
  const waitMs = slot.waits[given];
  const comesBack = waitMs <= AHEAD_MS;
  const returning = { ...slot, backAtMs: nowMs + waitMs };
  return advance(
    {
      ...session,
      current: null,
      isRevealed: false,
      later: comesBack ? [...session.later, returning].sort(bySoonest) : session.later,
      done: session.done + (comesBack ? 0 : 1),
      last: { slot, wasDone: !comesBack },
    },
    nowMs,
  );
}

function undo(session: Session): Session {
  const { last, current } = session;
  if (!last) return session;
  const isOther = ({ id }: Slot) => id !== last.slot.id;
  const others = session.queue.filter(isOther);
  const shown = current && isOther(current) ? [current] : [];
  const pending = new Set([...session.pending, last.slot.id]);
  return {
    ...session,
    // Nothing is shown until the server has taken the grade back; then this one, as it is first in line.
    current: null,
    isRevealed: false,
    queue: [{ ...last.slot, backAtMs: null }, ...shown, ...others],
    later: session.later.filter(isOther),
    pending,
    done: session.done - (last.wasDone ? 1 : 0),
    last: null,
  };
}

/** The same slot with what the server knows of it now, wherever it is. */
function renew(session: Session, id: string, change: Partial<Slot>): Session {
  const renewed = (slot: Slot): Slot => (slot.id === id ? { ...slot, ...change } : slot);
  return {
    ...session,
    current: session.current && renewed(session.current),
    queue: session.queue.map(renewed),
    later: session.later.map(renewed),
  };
}

const without = (ids: ReadonlySet<string>, id: string): Set<string> =>
  new Set([...ids].filter((other) => other !== id));

function drop(session: Session, id: string): Session {
  const isOther = (slot: Slot) => slot.id !== id;
  return {
    ...session,
    current: session.current && isOther(session.current) ? session.current : null,
    isRevealed: session.current && isOther(session.current) ? session.isRevealed : false,
    queue: session.queue.filter(isOther),
    later: session.later.filter(isOther),
    pending: without(session.pending, id),
    last: session.last && isOther(session.last.slot) ? session.last : null,
  };
}

export function foldSession(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case "revealed":
      return session.current ? { ...session, isRevealed: true } : session;
    case "sent":
      return { ...session, pending: new Set([...session.pending, event.id]) };
    case "graded":
      return grade(session, event.id, event.grade, event.nowMs);
    case "saved": {
      const { id, revision, waits, nowMs } = event;
      const known = renew(session, id, { revision, waits });
      return advance({ ...known, pending: without(session.pending, id) }, nowMs);
    }
    case "dropped":
      return advance(drop(session, event.id), event.nowMs);
    case "undone":
      return undo(session);
    case "time-passed":
      return advance(session, event.nowMs);
  }
}

/** Items that the session still has, the shown one included. */
export const leftIn = ({ current, queue, later }: Session): number =>
  (current ? 1 : 0) + queue.length + later.length;
