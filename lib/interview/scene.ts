/**
 * What the scripted interviewer is shown of an interview, and what it remembers, both taken from the fold:
 * because they are functions of the log, replaying the log asks the same questions again.
 */
import { includedStages } from "@/lib/framework/included-stages";
import type { Stage } from "@/lib/framework/stages";
import type { Answers } from "@/lib/grading/types";
import { elapsedMs, scheduledStage } from "./clock";
import { ANSWER_PARTS, type DecisionValue } from "./events";
import type { InterviewerState, Scene } from "./interviewer/types";
import { answerText, type InterviewState } from "./state";

/** Every part that holds text. Replies to the interviewer count like written text: they follow the part they belong to. */
export function answersOf(state: InterviewState): Answers {
  const answers: Answers = {};
  for (const part of ANSWER_PARTS) {
    const replies = state.thread
      .filter((entry) => entry.role === "reply" && (entry.stage ?? "whole") === part)
      .map((entry) => entry.text);
    const text = [answerText(state, part), ...replies].filter((piece) => piece.trim() !== "").join("\n\n");
    if (text !== "") answers[part] = text;
  }
  return answers;
}

/** Seconds of unstretched working time: pauses left out, the time multiplier divided out. */
function scriptSeconds(state: InterviewState, nowMs: number): number {
  return elapsedMs(state, nowMs) / 1000 / (state.setup?.timeMultiplier ?? 1);
}

/** The stage entered in coach mode; in exam mode the one whose budget holds this instant. */
function stageAt(state: InterviewState, entered: Stage | null, nowMs: number): Stage {
  if (entered) return entered;
  if (!state.setup) return "clarify";
  const stage = scheduledStage(state.setup, elapsedMs(state, nowMs));
  return stage === "wrap-up" ? (includedStages(state.setup.stages).at(-1) ?? "monitor") : stage;
}

const asText = (value: Exclude<DecisionValue, null>): string | string[] =>
  Array.isArray(value) ? value : String(value);

/** What the caller knows by reading the answers: credit by rubric point id, and what does not go together. */
export type Assessed = { credits: Record<string, number>; findings: Scene["findings"] };

/** The last change of a requirement; null before there is one. */
function twistGiven(state: InterviewState): Scene["twistGiven"] {
  const twist = state.twists.at(-1);
  if (!twist) return null;
  const isChosenSince = Object.values(state.decisions).some(({ seq }) => seq > twist.seq);
  return { before: twist.answers, redesigned: isChosenSince || state.board !== twist.board };
}

export function sceneOf(state: InterviewState, nowMs: number, { credits, findings }: Assessed): Scene | null {
  const { setup } = state;
  if (!setup) return null;
  const decisions: Scene["decisions"] = {};
  for (const [field, { value }] of Object.entries(state.decisions)) {
    if (value !== null) decisions[field] = asText(value);
  }
  return {
    answers: answersOf(state),
    stage: stageAt(state, state.stage, nowMs),
    stagesEntered: [...new Set(state.visits.map((visit) => visit.stage))],
    mode: setup.mode,
    level: setup.level,
    lengthMinutes: setup.lengthMinutes,
    ...(setup.stageSplit && { stageSplit: setup.stageSplit }),
    ...(setup.stages && { stages: setup.stages }),
    elapsedSeconds: scriptSeconds(state, nowMs),
    factsTold: state.facts.map((fact) => fact.id),
    decisions,
    credits,
    findings,
    boardKinds: [...new Set(state.board.nodes.map((node) => node.kind))],
    lastActiveSeconds: scriptSeconds(state, state.activeAtMs),
    twistGiven: twistGiven(state),
  };
}

export function interviewerStateOf(state: InterviewState, seed: string): InterviewerState {
  const prompted = state.prompted.flatMap(({ kind, id, atMs, stage, settled }) =>
    id === null
      ? []
      : [{ kind, id, atSeconds: scriptSeconds(state, atMs), stage: stageAt(state, stage, atMs), settled }],
  );
  const unknownReplies = state.thread.filter((entry) => entry.about?.about === "unknown").length;
  const courtesies = state.thread.flatMap(({ about }) =>
    about?.about === "courtesy" && about.id ? [about.id] : [],
  );
  return { seed, prompted, unknownReplies, courtesies };
}
