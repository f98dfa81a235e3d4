/**
 * The one way to write to an interview's log: lock its row, fold what is there, let `decide` (synchronous and
 * without side effects) say which events follow, and store them with what the row repeats of the state. Events of
 * one interview therefore have one order, whichever process they came to.
 */
import "server-only";
import type { CaseColumns } from "@/lib/data/class-content/case-of-interview";
import { database, type Transaction } from "@/lib/data/database";
import { type SeatColumns, toSeat } from "@/lib/data/seat/seat-rows";
import { notFound } from "@/lib/errors";
import type { InterviewEvent, LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import type { Seat } from "@/lib/interview/seat/seat";
import type { InterviewState } from "@/lib/interview/state";
import { appendEvents, number } from "./event-rows";
import { isUuid } from "./is-uuid";
import { type Folded, foldedAt, remember } from "./state-cache";

export type Locked = CaseColumns & {
  id: string;
  seed: string;
  lastSeq: number;
  /** The interviewer's seat, when it was offered to a partner. */
  seat: Seat | null;
};
export type Current = Folded & { row: Locked };
export type Change = {
  before: InterviewState;
  after: InterviewState;
  appended: LoggedEvent[];
  seed: string;
  seat: Seat | null;
};
type LockedRow = Omit<Locked, "seat"> & (SeatColumns | { expiresAt: null });

/** Locks the interview if `ownerId` owns it. Ids of others are answered like ids that do not exist. */
async function lock(db: Transaction, ownerId: string, interviewId: string): Promise<Locked> {
  if (!isUuid(interviewId)) throw notFound("interview");
  // The seat comes with the same query: it is needed at each save, and may be older by what the lock took.
  const rows = await db.$queryRaw<LockedRow[]>`
    SELECT i."id", i."caseSlug", i."classContent", i."seed", i."lastSeq",
      s."partnerId", s."expiresAt", s."heardAt", s."leftAt", s."endedAt"
    FROM "Interview" i LEFT JOIN "Seat" s ON s."interviewId" = i."id" AND s."endedAt" IS NULL
    WHERE i."id" = ${interviewId}::uuid AND i."ownerId" = ${ownerId} FOR UPDATE OF i`;
  const row = rows[0];
  if (!row) throw notFound("interview");
  const { id, caseSlug, classContent, seed, lastSeq } = row;
  return { id, caseSlug, classContent, seed, lastSeq, seat: row.expiresAt === null ? null : toSeat(row) };
}

/** What the row repeats of the state, for queries. */
function rowOf(state: InterviewState) {
  const paused = state.pauses.find((pause) => pause.toMs === null);
  return {
    lastSeq: state.seq,
    ...(state.setup && { timeMultiplier: state.setup.timeMultiplier }),
    deadlineAt: new Date(state.deadlineAtMs),
    latestEndAt: state.latestEndMs === null ? null : new Date(state.latestEndMs),
    pausedAt: paused && state.status === "paused" ? new Date(paused.fromMs) : null,
    submittedAt: state.submittedAtMs === null ? null : new Date(state.submittedAtMs),
    submittedBy: state.submittedBy,
  };
}

/** Appends to an interview whose row this transaction has locked. The caller remembers `folded` after the commit. */
export async function appendLocked(
  db: Transaction,
  row: Locked,
  now: Date,
  decide: (current: Current) => InterviewEvent[],
): Promise<Change & { folded: Folded }> {
  const current = await foldedAt(db, row.id, row.lastSeq);
  const appended = number(decide({ ...current, row }), row.lastSeq);
  const { seed, seat } = row;
  if (appended.length === 0)
    return { before: current.state, after: current.state, appended, seed, seat, folded: current };
  const after = foldEvents(appended, current.state);
  await appendEvents(db, row.id, appended, now);
  await db.interview.update({ where: { id: row.id }, data: rowOf(after), select: { id: true } });
  const eventIds = new Set([...current.eventIds, ...appended.map((event) => event.eventId)]);
  return { before: current.state, after, appended, seed, seat, folded: { state: after, eventIds } };
}

/** Rows of one interview may wait for each other for this long before a save is answered with "unavailable". */
const WAIT_MS = 8_000;

export async function changeInterview(
  ownerId: string,
  interviewId: string,
  now: Date,
  decide: (current: Current) => InterviewEvent[],
): Promise<Change> {
  const db = await database();
  const { folded, ...change } = await db.$transaction(
    async (tx) => appendLocked(tx, await lock(tx, ownerId, interviewId), now, decide),
    { maxWait: WAIT_MS, timeout: WAIT_MS },
  );
  remember(interviewId, folded);
  return change;
}
