/**
 * The state of an interview: what the fold of its log makes. Plain JSON, the same on both sides.
 *
 * Nothing here is computed from a clock; what depends on "now" is in clock.ts.
 */
import type { Topic } from "@/lib/content/schemas/interviewer";
import type { Stage } from "@/lib/framework/stages";
import type { Answers } from "@/lib/grading/types";
import { type Board, EMPTY_BOARD } from "./board";
import type { About, AnswerPart, DecisionValue, Voice } from "./events";
import { EMPTY_TEXT, type SharedText, type Version } from "./merge";
import type { ModelFailure } from "./model-failure";
import type { InterviewSetup } from "./setup";

export type Status = "not-started" | "running" | "paused" | "submitted";

export type ThreadEntry = {
  /** The event it came from; the two first entries of a log share one event, so they carry a suffix. */
  id: string;
  from: "candidate" | "interviewer";
  /** opening and prompt open the thread; a twist changes a requirement. */
  role: "opening" | "prompt" | "question" | "reply" | "answer" | "follow-up" | "twist";
  text: string;
  atMs: number;
  /** Where the candidate was; null in exam mode. */
  stage: Stage | null;
  about: About | null;
  replyTo: string | null;
  /** Whose words the interviewer's seat spoke; absent: the script's. */
  voice?: Voice;
  /** Why the script spoke although a language model was to. */
  voiceFailure?: ModelFailure;
};

export type LearntFact = { id: string; topic: Topic; text: string; atMs: number };
/** `answers` and `board` as they stood when the requirement changed, at `seq` of the log. */
export type GivenTwist = {
  id: string | null;
  text: string;
  change: string;
  atMs: number;
  seq: number;
  answers: Answers;
  board: Board;
};
/** A follow-up or a twist that the interviewer brought up; `id` is null in a candidate's browser. */
export type Prompting = {
  entryId: string;
  kind: "trigger" | "twist";
  id: string | null;
  atMs: number;
  stage: Stage | null;
  settled: "enough" | "let-go" | null;
};
export type ShownHint = { stage: Stage; index: number; text: string; atMs: number };
export type Estimate = { id: string; name: string; expression: string };
/** A value with what is needed to see that two people chose differently at the same time. */
export type Chosen = { value: DecisionValue; seq: number; origin: string };

export type TextPlace = AnswerPart | "notes";
export type Conflict = { id: string; resolved: boolean } & (
  | { of: "text"; place: TextPlace; first: Version; second: Version; index: number }
  | { of: "decision"; field: string; first: DecisionValue; second: DecisionValue }
);

export type InterviewState = {
  /** Seq of the last event folded in. */
  seq: number;
  /** When the candidate last wrote, drew, chose or asked something. */
  activeAtMs: number;
  status: Status;
  setup: InterviewSetup | null;
  startedAtMs: number;
  deadlineAtMs: number;
  /** No pause moves the deadline past it; null: there is no such end. */
  latestEndMs: number | null;
  submittedAtMs: number | null;
  submittedBy: "candidate" | "deadline" | null;
  /** Stage the candidate is in (coach mode). */
  stage: Stage | null;
  visits: readonly { stage: Stage; atMs: number }[];
  pauses: readonly { fromMs: number; toMs: number | null }[];
  answers: Readonly<Partial<Record<AnswerPart, SharedText>>>;
  notes: SharedText;
  decisions: Readonly<Record<string, Chosen>>;
  board: Board;
  estimates: readonly Estimate[];
  thread: readonly ThreadEntry[];
  facts: readonly LearntFact[];
  prompted: readonly Prompting[];
  twists: readonly GivenTwist[];
  hints: readonly ShownHint[];
  conflicts: readonly Conflict[];
};

export const INITIAL_STATE: InterviewState = {
  seq: 0,
  activeAtMs: 0,
  status: "not-started",
  setup: null,
  startedAtMs: 0,
  deadlineAtMs: 0,
  latestEndMs: null,
  submittedAtMs: null,
  submittedBy: null,
  stage: null,
  visits: [],
  pauses: [],
  answers: {},
  notes: EMPTY_TEXT,
  decisions: {},
  board: EMPTY_BOARD,
  estimates: [],
  thread: [],
  facts: [],
  prompted: [],
  twists: [],
  hints: [],
  conflicts: [],
};

/** The Markdown written for a part; empty when nothing was. */
export const answerText = (state: Pick<InterviewState, "answers">, part: AnswerPart): string =>
  state.answers[part]?.text ?? "";

export const isExam = (state: InterviewState): boolean => state.setup?.mode === "exam";

/** The conflicts that the candidate has not looked at yet. */
export const openConflicts = (state: Pick<InterviewState, "conflicts">): readonly Conflict[] =>
  state.conflicts.filter((conflict) => !conflict.resolved);
