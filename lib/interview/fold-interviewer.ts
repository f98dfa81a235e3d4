/** The part of the fold that builds the conversation: what was asked, told, hinted and changed. */
import type { LoggedEvent } from "./events";
import { answersOf } from "./scene";
import type { InterviewState, LearntFact, Prompting, ThreadEntry } from "./state";

type Of<Kind extends LoggedEvent["kind"]> = Extract<LoggedEvent, { kind: Kind }>;
type Talk =
  | Of<"question-asked">
  | Of<"reply-given">
  | Of<"interviewer-said">
  | Of<"twist-given">
  | Of<"hint-shown">;

function say(
  state: InterviewState,
  event: Talk,
  entry: Pick<ThreadEntry, "from" | "role"> & Partial<Pick<ThreadEntry, "about" | "replyTo">>,
): InterviewState {
  const { eventId: id, text, atMs } = event;
  const voice = "voice" in event && event.voice !== "script" ? event.voice : undefined;
  const voiceFailure = event.kind === "interviewer-said" ? event.voiceFailure : undefined;
  const full: ThreadEntry = {
    ...{ id, text, atMs, stage: state.stage, about: null, replyTo: null },
    ...entry,
    ...(voice && { voice }),
    ...(voiceFailure && { voiceFailure }),
  };
  return { ...state, thread: [...state.thread, full] };
}

/** A fact that is told twice is learnt once. */
function learn(state: InterviewState, fact: LearntFact): InterviewState {
  if (state.facts.some((known) => known.id === fact.id)) return state;
  return { ...state, facts: [...state.facts, fact] };
}

/**
 * A partner goes on to the next thing without saying that the last one is done, as people do: what was replied to
 * is settled by that, and what was not is let go.
 */
function settleByGoingOn(state: InterviewState): Prompting[] {
  const replied = new Set(state.thread.map((entry) => entry.role === "reply" && entry.replyTo));
  return state.prompted.map((p): Prompting => {
    return p.settled ? p : { ...p, settled: replied.has(p.entryId) ? "enough" : "let-go" };
  });
}

/** Notes that the interviewer brought something up by itself. */
function prompt(
  state: InterviewState,
  event: Of<"interviewer-said"> | Of<"twist-given">,
  kind: Prompting["kind"],
  id: string | null,
): InterviewState {
  const before = event.voice === "partner" ? settleByGoingOn(state) : state.prompted;
  const { eventId: entryId, atMs } = event;
  const opened: Prompting = { entryId, kind, id, atMs, stage: state.stage, settled: null };
  return { ...state, prompted: [...before, opened] };
}

/** The interviewer settles what it opened first; a browser does not know the ids. */
function settle(state: InterviewState, settled: "enough" | "let-go"): InterviewState {
  const open = state.prompted.find((prompting) => prompting.settled === null);
  return { ...state, prompted: state.prompted.map((p) => (p === open ? { ...p, settled } : p)) };
}

function foldSaid(state: InterviewState, event: Of<"interviewer-said">): InterviewState {
  const { about, replyTo, text, atMs } = event;
  const role = about.about === "trigger" ? "follow-up" : "answer";
  const said = say(state, event, { from: "interviewer", role, about, replyTo });
  switch (about.about) {
    case "fact":
      return learn(said, { id: about.id, topic: about.topic, text, atMs });
    case "trigger":
      return prompt(said, event, "trigger", about.id);
    case "acknowledgement":
      return settle(said, about.settled);
    default:
      return said;
  }
}

export function foldInterviewer(state: InterviewState, event: Talk): InterviewState {
  switch (event.kind) {
    case "question-asked":
      return say(state, event, { from: "candidate", role: "question" });
    case "reply-given":
      return say(state, event, { from: "candidate", role: "reply", replyTo: event.replyTo });
    case "interviewer-said":
      return foldSaid(state, event);
    case "twist-given": {
      const { twistId: id, text, change, atMs, seq } = event;
      const said = say(state, event, { from: "interviewer", role: "twist" });
      const twist = { id, text, change, atMs, seq, answers: answersOf(state), board: state.board };
      return prompt({ ...said, twists: [...said.twists, twist] }, event, "twist", id);
    }
    case "hint-shown": {
      const { stage, index, text, atMs } = event;
      if (state.hints.some((hint) => hint.stage === stage && hint.index === index)) return state;
      return { ...state, hints: [...state.hints, { stage, index, text, atMs }] };
    }
  }
}
