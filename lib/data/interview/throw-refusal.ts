/** Turns a refused transition of a server action into the message its caller sees. */
import "server-only";
import { AppError, closed } from "@/lib/errors";
import type { InterviewEvent } from "@/lib/interview/events";
import type { InterviewState } from "@/lib/interview/state";
import { type Refusal, refusalOf } from "@/lib/interview/transitions";

const MESSAGES: Record<Refusal, string> = {
  "not-started": "This interview has not started.",
  "already-started": "This interview has already started.",
  over: "This interview is over; nothing can be added to it.",
  "not-in-this-mode": "Exam mode does not have this. Coach mode does.",
  "not-paused": "The clock is running already.",
  paused: "The clock is stopped already.",
  "too-long": "This text is longer than an answer may be.",
  "too-many": "This interview is full; nothing more can be added to it.",
};

export function throwRefusal(state: InterviewState, event: InterviewEvent, now: Date): void {
  const refusal = refusalOf(state, event, now.getTime());
  if (refusal === "over") throw closed(MESSAGES.over);
  if (refusal) throw new AppError("conflict", MESSAGES[refusal]);
}
