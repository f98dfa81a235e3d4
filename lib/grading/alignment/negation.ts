/**
 * Which words of a sentence stand under a negation. Polarity is only ever compared between an answer and a
 * reference ("use" against "do not use"); a difference is a question to the candidate, never a silent penalty.
 */
import type { Token } from "@/lib/grading/text/tokens";

export const NEGATORS: ReadonlySet<string> = new Set([
  "not",
  "no",
  "never",
  "without",
  "neither",
  "nor",
  "none",
  "nothing",
  "hardly",
]);
const BOUNDARY_WORDS = new Set([
  "when",
  "if",
  "unless",
  "until",
  "but",
  "because",
  "since",
  "so",
  "instead",
  "while",
  "whereas",
  "although",
  "though",
  "yet",
  "otherwise",
]);
/** A finite verb after the negated one: "metrics that may not get worse | are the hide rate". */
const FINITE = new Set(["is", "are", "was", "were"]);
const OPINION_VERBS = new Set([
  "think",
  "believe",
  "agree",
  "see",
  "want",
  "need",
  "care",
  "bother",
  "accept",
  "recommend",
  "suggest",
  "plan",
]);
const DENIALS = new Set([
  "wrong",
  "false",
  "untrue",
  "mistake",
  "unnecessary",
  "pointless",
  "useless",
  "incorrect",
  "irrelevant",
  "harmful",
  "overkill",
]);
const DISMISSED = new Set(["need", "reason", "point", "use", "sense"]);
/** `not only`, `not just`, `no later than`, `not sure`: negations that deny nothing. */
const HARMLESS_AFTER: Record<string, ReadonlySet<string>> = {
  not: new Set(["only", "just", "sure", "necessarily", "simply", "merely", "to"]),
  no: new Set(["later", "more", "less", "longer", "matter", "doubt", "earlier", "fewer"]),
};
const MAX_SCOPE = 14;
const NARROW_SCOPE = 5;

type Scope = { from: number; to: number };

/** Position after the last word of the clause that starts at `from`. */
function clauseEnd(
  tokens: readonly Token[],
  gaps: readonly string[],
  from: number,
  crossCommas: boolean,
): number {
  for (let i = from; i < tokens.length; i++) {
    const word = tokens[i]?.word ?? "";
    if (i > from && (word === "but" || word === "instead")) return i;
    if (crossCommas) continue;
    if (from > 0 && i > from + 1 && FINITE.has(word)) return i;
    if (i > from && (BOUNDARY_WORDS.has(word) || /[,;:()\u2013\u2014]/.test(gaps[i] ?? ""))) return i;
    if (i - from >= MAX_SCOPE) return i;
  }
  return tokens.length;
}

function scopeOf(tokens: readonly Token[], gaps: readonly string[], at: number): Scope | null {
  const word = tokens[at]?.word ?? "";
  const next = tokens[at + 1]?.word ?? "";
  if (NEGATORS.has(word)) {
    if (HARMLESS_AFTER[word]?.has(next)) return null;
    if (word === "not" && tokens.slice(at, at + 8).some(({ word: later }) => later === "alone")) return null;
    const denies =
      word === "not" &&
      (OPINION_VERBS.has(next) || next === "true" || (next === "the" && tokens[at + 2]?.word === "case"));
    const dismisses = word === "no" && DISMISSED.has(next);
    const end = clauseEnd(tokens, gaps, at + 1, denies || dismisses);
    const isNarrow = word === "no" && !dismisses;
    return { from: at + 1, to: isNarrow ? Math.min(end, at + 1 + NARROW_SCOPE) : end };
  }
  if ((word === "instead" && next === "of") || (word === "rather" && next === "than")) {
    return { from: at + 2, to: Math.min(clauseEnd(tokens, gaps, at + 2, false), at + 2 + 8) };
  }
  if (word === "disagree" || word === "doubt")
    return { from: at + 1, to: clauseEnd(tokens, gaps, at + 1, true) };
  if (DENIALS.has(word)) return denialScope(tokens, at);
  return null;
}

/** `It is wrong that ...` denies what follows; `... is a mistake` at the end denies what went before. */
function denialScope(tokens: readonly Token[], at: number): Scope | null {
  const next = tokens[at + 1]?.word ?? "";
  if (at <= 4 && (next === "that" || next === "to")) return { from: at + 1, to: tokens.length };
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .some((token) => ["is", "are", "be", "seems"].includes(token.word));
  return before && at >= tokens.length - 2 ? { from: 0, to: at } : null;
}

/** "so that nothing leaks", "because it is not logged": what follows gives a reason, and is not what is proposed. */
const REASONS = new Set(["so", "because", "since", "otherwise", "else"]);

/** "so I would not" proposes again, "so that it does not" gives a reason. */
function opensReason(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return at > 0 && REASONS.has(tokens[at]?.word ?? "") && next !== "i" && next !== "we";
}

/** For each token, whether it is negated an odd number of times. `text` is the text that offsets point into. */
export function negatedTokens(text: string, tokens: readonly Token[]): boolean[] {
  const gaps = gapsOf(text, tokens);
  const negated = tokens.map(() => false);
  let isReason = false;
  for (let at = 0; at < tokens.length; at++) {
    if (opensReason(tokens, at)) isReason = true;
    const scope = scopeOf(tokens, gaps, at);
    if (!scope || (isReason && scope.from > 0)) continue;
    for (let i = scope.from; i < scope.to; i++) negated[i] = !negated[i];
  }
  return negated;
}

const gapsOf = (text: string, tokens: readonly Token[]) =>
  tokens.map((token, i) => text.slice(tokens[i - 1]?.end ?? token.start, token.start));

/** "Not X alone" and "not only X" say X and more. */
const RESTRICTIONS = new Set(["alone", "only", "solely", "just"]);

/** How many times the first clause is negated; "not X but Y" is a contrast and counts for nothing. */
export function mainClauseNegations(text: string, tokens: readonly Token[]): number {
  const end = clauseEnd(tokens, gapsOf(text, tokens), 0, false);
  if (tokens[end]?.word === "but" || tokens.slice(0, end).some(({ word }) => RESTRICTIONS.has(word)))
    return 0;
  return tokens
    .slice(0, end)
    .filter(({ word }, i) => NEGATORS.has(word) && !HARMLESS_AFTER[word]?.has(tokens[i + 1]?.word ?? ""))
    .length;
}

/** Words before a denial frame that do not weaken it: "I really do not think that", "It is simply wrong to". */
const FRAME_WITHIN_WORDS = 6;

/** Whether the sentence as a whole is denied: "I do not think that ...", "There is no need to ...", "It is wrong that ...". */
export function isDenied(text: string, tokens: readonly Token[]): boolean {
  const gaps = gapsOf(text, tokens);
  for (let at = 0; at < Math.min(FRAME_WITHIN_WORDS, tokens.length); at++) {
    const scope = scopeOf(tokens, gaps, at);
    if (scope && scope.to === tokens.length && isFrame(tokens, at)) return true;
    if (at > 0 && /[,:;]/.test(gaps[at] ?? "")) return false;
  }
  return false;
}

function isFrame(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  const next = tokens[at + 1]?.word ?? "";
  if (word === "not") return OPINION_VERBS.has(next) || next === "true" || next === "the";
  return (
    word === "disagree" || word === "doubt" || DENIALS.has(word) || (word === "no" && DISMISSED.has(next))
  );
}

/** Pairs that turn a statement round when one stands for the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ["before", "after"],
  ["more", "less"],
  ["more", "fewer"],
  ["higher", "lower"],
  ["high", "low"],
  ["increase", "decrease"],
  ["increases", "decreases"],
  ["always", "never"],
  ["faster", "slower"],
  ["same", "different"],
  ["up", "down"],
  ["include", "exclude"],
  ["past", "future"],
  ["earlier", "later"],
  ["rises", "falls"],
  ["larger", "smaller"],
];

/** Number of opposites that are swapped between two sets of words: one has only the first, the other only the second. */
export function swappedOpposites(reference: ReadonlySet<string>, answer: ReadonlySet<string>): number {
  let swapped = 0;
  for (const [a, b] of OPPOSITES) {
    const first = reference.has(a) && !reference.has(b) && answer.has(b) && !answer.has(a);
    const second = reference.has(b) && !reference.has(a) && answer.has(a) && !answer.has(b);
    if (first || second) swapped++;
  }
  return swapped;
}
