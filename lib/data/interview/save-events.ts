/**
 * Stores what a candidate's browser wrote, and answers what it asks.
 *
 * Idempotent by event id: a batch whose answer got lost can be sent again. Events are taken in their order; one
 * that cannot be taken is named with the reason and does not hold up the others. Nothing is taken after submission
 * or more than the grace after the deadline.
 */
import "server-only";
import { worldOf } from "@/lib/content/world-of";
import { readyCase } from "@/lib/data/class-content/ready-case";
import { isOffered } from "@/lib/design/design";
import { DESIGNS } from "@/lib/design/designs";
import {
  type CandidateEvent,
  candidateEventSchema,
  type InterviewEvent,
  type LoggedEvent,
  type ServerEvent,
} from "@/lib/interview/events";
import { foldEvent } from "@/lib/interview/fold";
import { whoSits } from "@/lib/interview/seat/seat";
import type { InterviewState } from "@/lib/interview/state";
import { type Refusal, refusalOf } from "@/lib/interview/transitions";
import type { Viewer } from "@/lib/viewer";
import { type Current, changeInterview, type Locked } from "./change-interview";
import { answerQuestion } from "./interviewer-turn";
import { type Saved, toSaved } from "./saved";

export type RefusedEvent = { eventId: string; reason: Refusal | "invalid" };
export type SaveResult = Saved & { accepted: string[]; refused: RefusedEvent[] };
export type SaveInput = { interviewId: string; sinceSeq: number; events: unknown[] };

type Taken = { accepted: string[]; refused: RefusedEvent[] };

const idOf = (raw: unknown): string =>
  typeof raw === "object" && raw !== null && "eventId" in raw ? String(raw.eventId).slice(0, 40) : "";

const isQuestion = (raw: unknown): boolean =>
  typeof raw === "object" && raw !== null && "kind" in raw && raw.kind === "question-asked";

/** A typed decision has to be one that its field offers: what is stored is compiled, compared and graded later. */
const isKnownChoice = (event: CandidateEvent, caseSlug: string) =>
  event.kind !== "decision-made" || isOffered(DESIGNS[worldOf(caseSlug)].fields, event.field, event.value);

/** A client's clock may be wrong; what it wrote was written between the start and now. */
const clampTime = (event: CandidateEvent, state: InterviewState, nowMs: number): CandidateEvent => ({
  ...event,
  atMs: Math.max(state.startedAtMs, Math.min(event.atMs, nowMs)),
});

/** The script answers at once, unless a partner sits in its place: then the question waits for them. */
function answersTo(row: Locked, state: InterviewState, event: CandidateEvent, nowMs: number): ServerEvent[] {
  if (event.kind !== "question-asked" || whoSits(row.seat, nowMs) === "partner") return [];
  return answerQuestion(row, state, { id: event.eventId, text: event.text }, nowMs);
}

/** Sorts a batch into what enters the log, what is there already, and what is refused. */
function take(current: Current, raw: readonly unknown[], nowMs: number, taken: Taken): InterviewEvent[] {
  const events: InterviewEvent[] = [];
  const seen = new Set(current.eventIds);
  let state = current.state;
  for (const item of raw) {
    const parsed = candidateEventSchema.safeParse(item);
    if (!parsed.success || !isKnownChoice(parsed.data, current.row.caseSlug)) {
      taken.refused.push({ eventId: idOf(item), reason: "invalid" });
      continue;
    }
    const event = clampTime(parsed.data, state, nowMs);
    const isRepeated = seen.has(event.eventId);
    const reason = isRepeated ? null : refusalOf(state, event, nowMs);
    if (reason) {
      taken.refused.push({ eventId: event.eventId, reason });
      continue;
    }
    taken.accepted.push(event.eventId);
    if (isRepeated) continue;
    seen.add(event.eventId);
    const added: InterviewEvent[] = [event];
    const logged = (next: InterviewEvent): LoggedEvent => ({ ...next, seq: state.seq + 1 });
    state = foldEvent(state, logged(event));
    for (const reply of answersTo(current.row, state, event, nowMs)) {
      added.push(reply);
      state = foldEvent(state, logged(reply));
    }
    events.push(...added);
  }
  return events;
}

export async function saveEvents(viewer: Viewer, input: SaveInput, now: Date): Promise<SaveResult> {
  const nowMs = now.getTime();
  if (input.events.some(isQuestion)) await readyCase(viewer.userId, input.interviewId);
  let taken: Taken = { accepted: [], refused: [] };
  const change = await changeInterview(viewer.userId, input.interviewId, now, (current) => {
    taken = { accepted: [], refused: [] };
    return take(current, input.events, nowMs, taken);
  });
  return { ...(await toSaved(input.interviewId, change, input.sinceSeq, now)), ...taken };
}
