/** Between the log's events and the rows that hold them: envelope in columns, the rest as JSON. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { InterviewEvent, LoggedEvent } from "@/lib/interview/events";

type Row = {
  seq: number;
  eventId: string;
  origin: string;
  kind: string;
  payload: Prisma.JsonValue;
  at: Date;
};

/** Rows are written only by appendEvents, from validated events, so the payload has the shape of its kind. */
const toEvent = ({ seq, eventId, origin, kind, payload, at }: Row): LoggedEvent =>
  ({ seq, eventId, origin, atMs: at.getTime(), kind, ...(payload as object) }) as LoggedEvent;

/** The log after `sinceSeq`, in order. */
export async function readEvents(
  db: Transaction,
  interviewId: string,
  sinceSeq: number,
): Promise<LoggedEvent[]> {
  const rows = await db.interviewEvent.findMany({
    where: { interviewId, seq: { gt: sinceSeq } },
    orderBy: { seq: "asc" },
    select: { seq: true, eventId: true, origin: true, kind: true, payload: true, at: true },
  });
  return rows.map(toEvent);
}

function toRow(
  interviewId: string,
  event: LoggedEvent,
  receivedAt: Date,
): Prisma.InterviewEventCreateManyInput {
  const { seq, eventId, origin, kind, atMs, ...payload } = event;
  return { interviewId, seq, eventId, origin, kind, at: new Date(atMs), receivedAt, payload };
}

export async function appendEvents(
  db: Transaction,
  interviewId: string,
  events: readonly LoggedEvent[],
  receivedAt: Date,
): Promise<void> {
  if (events.length === 0) return;
  await db.interviewEvent.createMany({ data: events.map((event) => toRow(interviewId, event, receivedAt)) });
}

/** Places new events behind `lastSeq`. */
export const number = (events: readonly InterviewEvent[], lastSeq: number): LoggedEvent[] =>
  events.map((event, i) => ({ ...event, seq: lastSeq + 1 + i }));
