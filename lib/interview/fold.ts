/**
 * The fold: state and event -> state. Pure, total and deterministic: any list of events has a state, and the same
 * list has the same state everywhere, byte for byte. Whether an event may enter a log is decided in transitions.ts.
 */
import { includedStages } from "@/lib/framework/included-stages";
import { applyBoardChanges } from "./board";
import { type LoggedEvent, SERVER_ORIGIN } from "./events";
import { foldChoice, foldEstimate, foldText } from "./fold-answer";
import { foldInterviewer } from "./fold-interviewer";
import { INITIAL_STATE, type InterviewState } from "./state";

type Of<Kind extends LoggedEvent["kind"]> = Extract<LoggedEvent, { kind: Kind }>;

function foldStart(state: InterviewState, event: Of<"interview-started">): InterviewState {
  if (state.status !== "not-started") return state;
  const first = event.setup.mode === "coach" ? (includedStages(event.setup.stages)[0] ?? null) : null;
  const common = { atMs: event.atMs, stage: null, about: null, replyTo: null, from: "interviewer" as const };
  return {
    ...state,
    status: "running",
    setup: event.setup,
    startedAtMs: event.atMs,
    activeAtMs: event.atMs,
    deadlineAtMs: event.deadlineAtMs,
    latestEndMs: event.latestEndMs ?? null,
    stage: first,
    visits: first ? [{ stage: first, atMs: event.atMs }] : [],
    thread: [
      { ...common, id: `${event.eventId}-opening`, role: "opening", text: event.opening },
      { ...common, id: `${event.eventId}-prompt`, role: "prompt", text: event.prompt },
    ],
  };
}

function foldPause(state: InterviewState, event: Of<"paused"> | Of<"resumed">): InterviewState {
  if (event.kind === "paused") {
    if (state.status !== "running") return state;
    return { ...state, status: "paused", pauses: [...state.pauses, { fromMs: event.atMs, toMs: null }] };
  }
  if (state.status !== "paused") return state;
  const pauses = state.pauses.map((pause) => (pause.toMs === null ? { ...pause, toMs: event.atMs } : pause));
  return { ...state, status: "running", deadlineAtMs: event.deadlineAtMs, pauses };
}

function foldGrant(state: InterviewState, event: Of<"time-granted">): InterviewState {
  if (!state.setup || state.status === "submitted") return state;
  const { timeMultiplier, deadlineAtMs, latestEndMs } = event;
  return { ...state, setup: { ...state.setup, timeMultiplier }, deadlineAtMs, latestEndMs };
}

function foldSubmission(state: InterviewState, event: Of<"submitted">): InterviewState {
  if (state.status === "submitted") return state;
  const pauses = state.pauses.map((pause) => (pause.toMs === null ? { ...pause, toMs: event.atMs } : pause));
  return { ...state, status: "submitted", submittedAtMs: event.atMs, submittedBy: event.by, pauses };
}

function apply(state: InterviewState, event: LoggedEvent): InterviewState {
  switch (event.kind) {
    case "interview-started":
      return foldStart(state, event);
    case "stage-entered":
      if (event.stage === state.stage) return state;
      return {
        ...state,
        stage: event.stage,
        visits: [...state.visits, { stage: event.stage, atMs: event.atMs }],
      };
    case "answer-edited":
    case "note-edited":
      return foldText(state, event);
    case "decision-made":
      return foldChoice(state, event);
    case "board-changed":
      return { ...state, board: applyBoardChanges(state.board, event.changes) };
    case "estimate-saved":
    case "estimate-removed":
      return foldEstimate(state, event);
    case "question-asked":
    case "reply-given":
    case "interviewer-said":
    case "twist-given":
    case "hint-shown":
      return foldInterviewer(state, event);
    case "conflict-resolved":
      return {
        ...state,
        conflicts: state.conflicts.map((c) => (c.id === event.conflictId ? { ...c, resolved: true } : c)),
      };
    case "paused":
    case "resumed":
      return foldPause(state, event);
    case "time-granted":
      return foldGrant(state, event);
    case "submitted":
      return foldSubmission(state, event);
  }
}

export function foldEvent(state: InterviewState, event: LoggedEvent): InterviewState {
  const next = apply(state, event);
  const isCandidates = event.origin !== SERVER_ORIGIN;
  const activeAtMs = isCandidates ? Math.max(next.activeAtMs, event.atMs) : next.activeAtMs;
  return { ...next, activeAtMs, seq: event.seq };
}

/** Folds a list of events in the order of their seq, onto `from` (default: nothing yet). */
export const foldEvents = (
  events: Iterable<LoggedEvent>,
  from: InterviewState = INITIAL_STATE,
): InterviewState => {
  let state = from;
  for (const event of events) state = foldEvent(state, event);
  return state;
};
