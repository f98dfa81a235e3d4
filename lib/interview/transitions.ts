/**
 * Which event may enter a log, and why not. The server asks this for every event before it is stored; the client
 * asks it to grey out what would be refused. Order of checks: over, mode, limits.
 */
import { includedStages } from "@/lib/framework/included-stages";
import type { Stage } from "@/lib/framework/stages";
import { type BoardChange, GENERIC_KINDS } from "./board";
import { isOver } from "./clock";
import { type InterviewEvent, MAX_TEXT_CHARS } from "./events";
import { answerText, type InterviewState } from "./state";

export type Refusal =
  | "not-started"
  | "already-started"
  | "over"
  | "not-in-this-mode"
  | "not-paused"
  | "paused"
  | "too-long"
  | "too-many";

/** Far above what a person does in an hour. */
export const MAX_EVENTS = 20_000;
export const MAX_THREAD_ENTRIES = 400;
/** Kept for the candidate and the script: a partner's talk must not fill the conversation that replies go into. */
const KEPT_FROM_PARTNERS = 150;

const GENERIC: readonly string[] = GENERIC_KINDS;
const usesMlKind = (change: BoardChange): boolean =>
  (change.change === "add-node" && !GENERIC.includes(change.node.kind)) ||
  (change.change === "edit-node" && !GENERIC.includes(change.kind));

const isIncluded = (state: InterviewState, stage: Stage): boolean =>
  includedStages(state.setup?.stages).includes(stage);

/** What each mode does not have, and no interview outside its stages. */
function modeRefusal(state: InterviewState, event: InterviewEvent): Refusal | null {
  const exam = state.setup?.mode === "exam";
  switch (event.kind) {
    case "answer-edited":
      if (event.part === "whole") return exam ? null : "not-in-this-mode";
      return exam || !isIncluded(state, event.part) ? "not-in-this-mode" : null;
    case "stage-entered":
    case "hint-shown":
      return exam || !isIncluded(state, event.stage) ? "not-in-this-mode" : null;
    case "decision-made":
    case "paused":
    case "resumed":
      return exam ? "not-in-this-mode" : null;
    case "board-changed":
      return exam && event.changes.some(usesMlKind) ? "not-in-this-mode" : null;
    default:
      return null;
  }
}

function limitRefusal(state: InterviewState, event: InterviewEvent): Refusal | null {
  switch (event.kind) {
    case "answer-edited":
      return answerText(state, event.part).length + event.insert.length - event.remove > MAX_TEXT_CHARS
        ? "too-long"
        : null;
    case "note-edited":
      return state.notes.text.length + event.insert.length - event.remove > MAX_TEXT_CHARS
        ? "too-long"
        : null;
    case "interviewer-said":
    case "twist-given":
      return state.thread.length >= MAX_THREAD_ENTRIES - (event.voice === "partner" ? KEPT_FROM_PARTNERS : 0)
        ? "too-many"
        : null;
    case "question-asked":
    case "reply-given":
      return state.thread.length >= MAX_THREAD_ENTRIES ? "too-many" : null;
    case "paused":
      return state.status === "paused" ? "paused" : null;
    case "resumed":
      return state.status === "paused" ? null : "not-paused";
    default:
      return null;
  }
}

/** Null when the event may follow this state at this instant of the server's clock. */
export function refusalOf(state: InterviewState, event: InterviewEvent, nowMs: number): Refusal | null {
  if (event.kind === "interview-started") return state.status === "not-started" ? null : "already-started";
  if (state.status === "not-started") return "not-started";
  if (state.status === "submitted") return "over";
  if (isOver(state, nowMs) && event.kind !== "submitted") return "over";
  if (state.seq >= MAX_EVENTS && event.kind !== "submitted") return "too-many";
  return modeRefusal(state, event) ?? limitRefusal(state, event);
}
