/**
 * A partner's page asks for what is new. To ask is the sign of life by which the seat is theirs; whoever got up asks
 * without it. The answer carries what the script would ask now: the same reading of all answers by which the script
 * speaks when it sits there itself, rationed in the same way.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { decideTurn } from "@/lib/data/interview/interviewer-turn";
import { mayListen, rationed } from "@/lib/data/interview/listening";
import { foldedAt, remember } from "@/lib/data/interview/state-cache";
import type { LoggedEvent, ServerEvent } from "@/lib/interview/events";
import { askedFinding } from "@/lib/interview/interviewer/prompt-ids";
import { redactForPartner } from "@/lib/interview/redact";
import { hearPartner, whoSits } from "@/lib/interview/seat/seat";
import type { Speech } from "@/lib/interview/seat/speech";
import type { Viewer } from "@/lib/viewer";
import { ownSeat } from "./own-seat";
import { toColumns, toSeat } from "./seat-rows";

/** What the script would say now, as something that the partner can say. */
export type Suggestion = { speech: Speech; text: string };
export type SeatNews = {
  newEvents: LoggedEvent[];
  serverNowMs: number;
  isSitting: boolean;
  isSubmitted: boolean;
  /** Null when the script would say nothing; undefined when it was not asked, and the last one stands. */
  suggestion?: Suggestion | null;
};

/** Decided turns are events; what a partner may take over of them is a line of the script or a word on a reply. */
function toSuggestion(event: ServerEvent): Suggestion | null {
  if (event.kind === "twist-given" && event.twistId !== null)
    return { speech: { say: "twist", id: event.twistId }, text: event.text };
  if (event.kind !== "interviewer-said") return null;
  const { about, text } = event;
  if (about.about === "trigger" && about.id !== null && askedFinding(about.id) !== null)
    return { speech: { say: "question", text }, text };
  if (about.about === "trigger" && about.id !== null)
    return { speech: { say: "trigger", id: about.id }, text };
  if (about.about === "acknowledgement") return { speech: { say: "settle", settled: about.settled }, text };
  return null;
}

export async function readSeatNews(
  viewer: Viewer,
  { seatId, sinceSeq }: { seatId: string; sinceSeq: number },
  now: Date,
): Promise<SeatNews> {
  const nowMs = now.getTime();
  const db = await database();
  const { interviewId, interview, ...columns } = await ownSeat(db, viewer, seatId);
  const isSubmitted = interview.submittedAt !== null;
  const seat = toSeat(columns);
  const heard = isSubmitted ? seat : hearPartner(seat, viewer.userId, nowMs);
  // Conditional on what was read: it must not bring back who got up or was sent away a moment ago.
  if (heard !== seat)
    await db.seat.updateMany({
      where: { id: seatId, leftAt: null, endedAt: null },
      data: { heardAt: toColumns(heard).heardAt },
    });
  const isSitting = whoSits(heard, nowMs) === "partner";
  const events = interview.lastSeq > sinceSeq ? await readEvents(db, interviewId, sinceSeq) : [];
  const news = { newEvents: events.map(redactForPartner), serverNowMs: nowMs, isSitting, isSubmitted };
  if (isSubmitted || !isSitting || !mayListen(interviewId, nowMs)) return news;
  const folded = await foldedAt(db, interviewId, interview.lastSeq);
  remember(interviewId, folded);
  if (folded.state.status !== "running") return news;
  const turn = rationed(interviewId, nowMs, () => decideTurn(interview, folded.state, nowMs));
  // A word on the last reply may come first; whoever goes on to the next thing has said it with that.
  return { ...news, suggestion: turn.map(toSuggestion).findLast((one) => one !== null) ?? null };
}
