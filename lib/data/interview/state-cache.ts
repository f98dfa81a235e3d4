/**
 * Folded states of recent interviews, so that a save folds only what is new. A copy may be behind (another process
 * wrote); it is never wrong, as a log only grows. Readers bring it up to the seq they saw under the row's lock.
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import { foldEvents } from "@/lib/interview/fold";
import { INITIAL_STATE, type InterviewState } from "@/lib/interview/state";
import { readEvents } from "./event-rows";

/** A state with the ids of the events in it, by which a repeated save is recognised. */
export type Folded = { state: InterviewState; eventIds: ReadonlySet<string> };

const MAX_INTERVIEWS = 400;
const cache = new Map<string, Folded>();

/** Keeps a state that is committed. The map's order is the order of last use. */
export function remember(interviewId: string, folded: Folded): void {
  const known = cache.get(interviewId);
  if (known && known.state.seq > folded.state.seq) return;
  cache.delete(interviewId);
  cache.set(interviewId, folded);
  const oldest = cache.size > MAX_INTERVIEWS ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
}

/** The state at `lastSeq`, which the caller has read from the interview's row. */
export async function foldedAt(db: Transaction, interviewId: string, lastSeq: number): Promise<Folded> {
  const known = cache.get(interviewId);
  // A copy ahead of the row is of a transaction that this one cannot see yet: fold from the start.
  const from =
    known && known.state.seq <= lastSeq ? known : { state: INITIAL_STATE, eventIds: new Set<string>() };
  if (from.state.seq === lastSeq) return from;
  const events = (await readEvents(db, interviewId, from.state.seq)).filter((event) => event.seq <= lastSeq);
  return {
    state: foldEvents(events, from.state),
    eventIds: new Set([...from.eventIds, ...events.map((event) => event.eventId)]),
  };
}
