/**
 * A partner speaks: their words enter the candidate's log under the same lock as everything else, once however often
 * they are sent, and not after the submission.
 */
import "server-only";
import { caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database, type Transaction } from "@/lib/data/database";
import { appendLocked, type Locked } from "@/lib/data/interview/change-interview";
import { answerQuestion } from "@/lib/data/interview/interviewer-turn";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { serverEvent } from "@/lib/data/interview/server-event";
import { remember } from "@/lib/data/interview/state-cache";
import { throwRefusal } from "@/lib/data/interview/throw-refusal";
import { closed, notFound } from "@/lib/errors";
import type { InterviewEvent } from "@/lib/interview/events";
import { sayableScript } from "@/lib/interview/interviewer/prompt-ids";
import { pendingQuestions } from "@/lib/interview/seat/pending-questions";
import { hearPartner } from "@/lib/interview/seat/seat";
import { partnerSays, type Speech } from "@/lib/interview/seat/speech";
import type { InterviewState } from "@/lib/interview/state";
import type { Viewer } from "@/lib/viewer";
import { ownSeatWhere } from "./own-seat";
import { SEAT_COLUMNS, toColumns, toSeat } from "./seat-rows";

export type SpeechInput = {
  seatId: string;
  /** Chosen by the partner's browser. */
  eventId: string;
  /** The candidate's question that this answers. */
  replyTo: string | null;
  /** `script` lets the scripted interviewer answer that question. */
  speech: Speech | { say: "script" };
};

async function lock(db: Transaction, viewer: Viewer, seatId: string): Promise<Locked> {
  const [row] = await db.$queryRaw<Omit<Locked, "seat">[]>`
    SELECT i."id", i."caseSlug", i."classContent", i."seed", i."lastSeq" FROM "Interview" i JOIN "Seat" s ON s."interviewId" = i."id"
    WHERE s."id" = ${seatId}::uuid AND s."partnerId" = ${viewer.userId} AND s."endedAt" IS NULL FOR UPDATE OF i`;
  if (!row) throw notFound("seat");
  // Read again under the lock: it may have been ended while this waited.
  const seat = await db.seat.findFirst({ where: ownSeatWhere(viewer, seatId), select: SEAT_COLUMNS });
  if (!seat) throw notFound("seat");
  return { ...row, seat: toSeat(seat) };
}

function decide(row: Locked, state: InterviewState, input: SpeechInput, nowMs: number): InterviewEvent[] {
  const { speech, replyTo, eventId } = input;
  if (speech.say === "script") {
    const question = pendingQuestions(state).find(({ id }) => id === replyTo);
    return question ? answerQuestion(row, state, question, nowMs) : [];
  }
  const prepared = caseOfInterview(row);
  const script = prepared && sayableScript(prepared.interviewer);
  const body = script && partnerSays(script, state, speech, replyTo);
  return body ? [serverEvent(body, nowMs, eventId)] : [];
}

/** @returns the log's length afterwards; what was said comes with the next news. */
export async function speakAsPartner(
  viewer: Viewer,
  input: SpeechInput,
  now: Date,
): Promise<{ lastSeq: number }> {
  if (!isUuid(input.seatId)) throw notFound("seat");
  const nowMs = now.getTime();
  const db = await database();
  const { interviewId, folded } = await db.$transaction(async (tx) => {
    const row = await lock(tx, viewer, input.seatId);
    if (row.seat?.leftAtMs !== null) throw closed("You have left the seat. Take it again to speak.");
    const { heardAt } = toColumns(hearPartner(row.seat, viewer.userId, nowMs));
    // Ending a seat does not wait for the interview's lock: it must not be undone by what was read before it.
    const where = { ...ownSeatWhere(viewer, input.seatId), leftAt: null };
    const { count } = await tx.seat.updateMany({ where, data: { heardAt } });
    if (count === 0) throw notFound("seat");
    const change = await appendLocked(tx, row, now, ({ state, eventIds }) => {
      if (eventIds.has(input.eventId)) return [];
      const events = decide(row, state, input, nowMs);
      for (const event of events) throwRefusal(state, event, now);
      return events;
    });
    return { interviewId: row.id, folded: change.folded };
  });
  remember(interviewId, folded);
  return { lastSeq: folded.state.seq };
}
