/**
 * A question about the present request that is answered by running it: what is asked, what is run once somebody has
 * committed to an answer, what came out, and why, in sentences made of the numbers that came out.
 */
import type { Knobs } from "@/lib/pipeline/video/knobs";
import type { Recommendation, SlateEffect } from "@/lib/pipeline/video/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";

export type Choice = { value: string; label: string };
export type AnswerForm =
  | { kind: "count"; max: number; unit: string }
  | { kind: "choice"; choices: readonly Choice[] };
/** A number for a count, a value of the choices otherwise. */
export type Answer = number | string;

/** What a question may speak of. */
export type Situation = {
  recommendation: Recommendation;
  knobs: Knobs;
  audience: Audience;
  language: string;
  watches: number;
  loggedItems: number;
  /** Only one ranker is there: the visitor's own. */
  hasOwnModels: boolean;
};

/** What is run: other knobs for this request, and one whole request with its trace. */
export type Trial = {
  variants: readonly { id: string; knobs: Knobs }[];
  request?: { audience: Audience; knobs: Knobs };
  /** Searches in lists, which must be made first. */
  needsLists?: true;
};
export type TrialResult = {
  base: SlateEffect;
  /** In the order of the trial's variants. */
  effects: readonly SlateEffect[];
  request: Recommendation | null;
};

export type Bar = { label: string; value: number; valueLabel: string };
export type Outcome = {
  truth:
    | { kind: "count"; value: number }
    | { kind: "choice"; right: readonly string[]; near: readonly string[] };
  /** The truth in words: "3 of 10 stay". */
  said: string;
  /** Before and after, or one a source. */
  bars: readonly Bar[];
  why: readonly [string, string];
};

export type Question = {
  id: string;
  topic: string;
  /** False where the knobs leave nothing to ask. */
  isFor(situation: Situation): boolean;
  ask(situation: Situation): string;
  form(situation: Situation): AnswerForm;
  trial(situation: Situation): Trial;
  reveal(situation: Situation, result: TrialResult): Outcome;
};

export type Verdict = "right" | "close" | "wrong";

/** A count one off is close, and so is a neighbouring choice where the question says so. */
export function judge(answer: Answer, { truth }: Outcome): Verdict {
  if (truth.kind === "count") {
    const off = typeof answer === "number" ? Math.abs(answer - truth.value) : Number.POSITIVE_INFINITY;
    if (off === 0) return "right";
    return off === 1 ? "close" : "wrong";
  }
  if (truth.right.includes(String(answer))) return "right";
  return truth.near.includes(String(answer)) ? "close" : "wrong";
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  right: "right",
  close: "close",
  wrong: "not so",
};
