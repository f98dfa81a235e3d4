/**
 * What the interviewer sees, remembers and says. Every function of this folder is pure: the engine folds its
 * event log into a `Scene`, passes the interviewer's own `InterviewerState`, and stores the state that comes back,
 * so that replaying the log asks the same questions again.
 */
import type { Topic } from "@/lib/content/schemas/interviewer";
import type { PresetId } from "@/lib/framework/presets";
import type { LengthMinutes, Level, Stage } from "@/lib/framework/stages";
import type { Answers } from "@/lib/grading/types";
import type { Finding } from "@/lib/interview/finding";

/** The interview as the interviewer sees it at one moment. */
export type Scene = {
  answers: Answers;
  /** The stage that the candidate is working in. */
  stage: Stage;
  /** Every stage entered so far (coach mode asks for it; exam mode goes by the clock). */
  stagesEntered: Stage[];
  mode: "coach" | "exam";
  level: Level;
  lengthMinutes: LengthMinutes;
  /** Whose minutes the stages have; absent: ours. */
  stageSplit?: PresetId | undefined;
  /** The stages that are asked for; absent: all. */
  stages?: Stage[] | undefined;
  /** Working time used, in seconds (pauses and a time multiplier already taken out). */
  elapsedSeconds: number;
  /** Ids of facts told so far. */
  factsTold: string[];
  /** Typed choices of the design: decision id -> chosen value or values. */
  decisions: Record<string, string | string[]>;
  /** Rubric point id -> credit 0 to 1 of the latest grading; a point that is absent counts as 0. */
  credits: Record<string, number>;
  /** The contradictions and board checks that hold now. */
  findings: readonly Pick<Finding, "id" | "source" | "stage" | "statement" | "question">[];
  /** Kinds of the nodes on the board; none: an empty board. */
  boardKinds: readonly string[];
  /** Working time, in seconds, at which the candidate last typed, drew, chose or asked something. */
  lastActiveSeconds: number;
  /** What stood there when the requirement changed, and whether a choice or the board has changed since. */
  twistGiven: { before: Answers; redesigned: boolean } | null;
};

/** One thing that the interviewer brought up by itself. */
export type Prompted = {
  kind: "trigger" | "twist";
  id: string;
  atSeconds: number;
  /** The stage that the candidate was in, where the reply is expected. */
  stage: Stage;
  /** Set when the interviewer has let go of it: enough said, or dropped without insisting. */
  settled: "enough" | "let-go" | null;
};

export type InterviewerState = {
  seed: string;
  prompted: Prompted[];
  /** Times that a question could not be answered from the facts, to vary the wording. */
  unknownReplies: number;
  /** Ids of what was said by the way, waiting for no reply. */
  courtesies: readonly string[];
};

/** What the interviewer wants to say next. */
export type NextMove =
  | { kind: "trigger"; id: string; text: string; tone: "interrupt" | "probe" | "push-back"; probes: string[] }
  | { kind: "twist"; id: string; text: string; change: string }
  | { kind: "courtesy"; id: string; text: string };

/** The outcome of one question put to the interviewer. */
export type QuestionReply = {
  /** The part of the message that was taken as a question. */
  question: string;
  /** Id of the fact that answers it; null when the interviewer does not know. */
  fact: string | null;
  topic: Topic | null;
  answer: string;
};

/** What the interviewer says when a follow-up was answered, or went unanswered. */
export type Acknowledgement = { settled: "enough" | "let-go"; text: string };

export function startInterviewer(seed: string): InterviewerState {
  return { seed, prompted: [], unknownReplies: 0, courtesies: [] };
}
