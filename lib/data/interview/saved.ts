/** What every write to a log answers with: what is new since the client last looked, and the server's clock. */
import "server-only";
import { database } from "@/lib/data/database";
import type { LoggedEvent } from "@/lib/interview/events";
import { redactEvent } from "@/lib/interview/redact";
import { type SeatStatus, seatStatus } from "@/lib/interview/seat/seat";
import type { Change } from "./change-interview";
import { readEvents } from "./event-rows";

export type Saved = {
  /** Everything after the client's `sinceSeq`, its own events included, in order. */
  newEvents: LoggedEvent[];
  lastSeq: number;
  serverNowMs: number;
  deadlineAtMs: number;
  /** Whether a partner may come, is there or is gone; null when there is no seat to speak of. */
  seat: SeatStatus | null;
};

export async function toSaved(
  interviewId: string,
  change: Change,
  sinceSeq: number,
  now: Date,
): Promise<Saved> {
  const { before, after, appended } = change;
  const isBehind = sinceSeq < before.seq;
  const events = isBehind ? await readEvents(await database(), interviewId, sinceSeq) : appended;
  return {
    newEvents: events.map(redactEvent),
    lastSeq: Math.max(after.seq, events.at(-1)?.seq ?? 0),
    serverNowMs: now.getTime(),
    deadlineAtMs: after.deadlineAtMs,
    seat: seatStatus(change.seat, now.getTime()),
  };
}
