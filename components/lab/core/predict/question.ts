/**
 * A question about the present request that is answered by running it: what is asked, what is run once somebody has
 * committed to an answer, what came out, and why, in sentences made of the numbers that came out. A world supplies what
 * a question may speak of (`Situation`), what is run (`Trial`) and what that gives (`Result`).
 */
export type Choice = { value: string; label: string };
export type AnswerForm =
  | { kind: "count"; max: number; unit: string }
  | { kind: "choice"; choices: readonly Choice[] };
/** A number for a count, a value of the choices otherwise. */
export type Answer = number | string;

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

export type Question<Situation, Trial, Result> = {
  id: string;
  topic: string;
  /** False where the knobs leave nothing to ask. */
  isFor(situation: Situation): boolean;
  ask(situation: Situation): string;
  form(situation: Situation): AnswerForm;
  trial(situation: Situation): Trial;
  reveal(situation: Situation, result: Result): Outcome;
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

/** A change smaller than this share of the old value counts as none. */
export const SAME_SHARE = 0.02;
export type Direction = "up" | "same" | "down";
export const DIRECTIONS: AnswerForm = {
  kind: "choice",
  choices: [
    { value: "up", label: "Up" },
    { value: "same", label: "About the same (within 2 %)" },
    { value: "down", label: "Down" },
  ],
};

/** From zero anything positive is up. */
export function directionOf(before: number, after: number): Direction {
  if (Math.abs(after - before) <= SAME_SHARE * Math.abs(before)) return "same";
  return after > before ? "up" : "down";
}

/** "It goes up", "It stays about the same". */
export const saidOf = (direction: Direction): string =>
  direction === "same" ? "It stays about the same" : `It goes ${direction}`;
