/**
 * Which words of a sentence stand under a negation. Polarity is only ever compared between an answer and a
 * reference ("use" against "do not use"); a difference is a question to the candidate, never a silent penalty.
 */
import { denialsIn, type WordSpan } from "@/lib/grading/alignment/denials";
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
  "rarely",
  "seldom",
  "scarcely",
  "barely",
  "nobody",
  "noone",
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
/** `not only`, `not just`, `no later than`, `not sure`: negations that deny nothing. */
const HARMLESS_AFTER: Record<string, ReadonlySet<string>> = {
  not: new Set(["more", "only", "just", "sure", "necessarily", "simply", "merely", "to"]),
  no: new Set(["later", "more", "less", "matter", "doubt", "earlier", "fewer"]),
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
    if (word === "no" && next === "longer" && tokens[at + 2]?.word === "than") return null;
    if (word === "not" && tokens.slice(at, at + 8).some(({ word: later }) => later === "alone")) return null;
    const end = clauseEnd(tokens, gaps, at + 1, false);
    return { from: at + 1, to: word === "no" ? Math.min(end, at + 1 + NARROW_SCOPE) : end };
  }
  if ((word === "instead" && next === "of") || (word === "rather" && next === "than"))
    return { from: at + 2, to: Math.min(clauseEnd(tokens, gaps, at + 2, false), at + 2 + 8) };
  return null;
}

const sentenceOf = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join(" ");

/** A denial after a statement closes its clause, with at most so many words to spare ("... is wrong here"). */
const AFTERTHOUGHT = 3;

/** Words between a position and the end of its clause. */
function wordsLeft(tokens: readonly Token[], gaps: readonly string[], at: number): number {
  const end = tokens.findIndex(
    ({ word }, i) => i >= at && (BOUNDARY_WORDS.has(word) || /[,;:()\u2013\u2014]/.test(gaps[i] ?? "")),
  );
  return (end < 0 ? tokens.length : end) - at;
}

/** Start of the clause that ends at `to`. */
function clauseStart(tokens: readonly Token[], gaps: readonly string[], to: number): number {
  for (let i = to - 1; i > 0; i--) {
    if (BOUNDARY_WORDS.has(tokens[i]?.word ?? "") || /[;:]/.test(gaps[i] ?? "")) return i;
  }
  return 0;
}

/** ", which is wrong" and "and that is a mistake" speak of the whole sentence. */
const RELATIVE = new Set(["which", "that", "this", "all"]);

/** Scopes of whole denial phrases; `isFrame` marks those that deny the rest of the sentence. */
function denialScopes(
  tokens: readonly Token[],
  gaps: readonly string[],
): (Scope & { phrase: WordSpan; isFrame: boolean })[] {
  const { before, inClause, after } = denialsIn(sentenceOf(tokens));
  return [
    ...before.map((phrase) => ({
      phrase,
      from: phrase.to,
      to: clauseEnd(tokens, gaps, phrase.to, true),
      isFrame: true,
    })),
    ...inClause
      .filter((phrase) => !before.some((other) => other.to > phrase.from && other.from < phrase.to))
      .map((phrase) => ({
        phrase,
        from: phrase.to,
        to: clauseEnd(tokens, gaps, phrase.to, false),
        isFrame: false,
      })),
    ...after
      .filter((phrase) => wordsLeft(tokens, gaps, phrase.to) <= AFTERTHOUGHT)
      .map((phrase) => ({
        phrase,
        from: RELATIVE.has(tokens[phrase.from - 1]?.word ?? "") ? 0 : clauseStart(tokens, gaps, phrase.from),
        to: phrase.from,
        isFrame: false,
      })),
  ];
}

/** "so that nothing leaks", "because it is not logged": what follows gives a reason, and is not what is proposed. */
const REASONS = new Set(["so", "because", "since", "otherwise", "else"]);

/** "so I would not" proposes again, "so that it does not" gives a reason. */
function opensReason(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return REASONS.has(tokens[at]?.word ?? "") && next !== "i" && next !== "we";
}

/** For each token, whether it stands in a reason: there the same thought is put with and without a "not". */
export function reasonTokens(tokens: readonly Token[]): boolean[] {
  const first = tokens.findIndex((_, at) => opensReason(tokens, at));
  return tokens.map((_, at) => first >= 0 && at > first);
}

const REMOVALS =
  /^(?:filter|remov|drop|exclud|discard|skip|avoid|suppress|ignor|mask|omit|hid|dedup|block|ban|prevent|protect|reject)/;
const REMOVAL_SCOPE = 6;

/** For each token, whether a reference has it removed or avoided: "filter out seen videos" and "no seen videos" agree. */
export function removedTokens(tokens: readonly Token[]): boolean[] {
  return tokens.map((_, at) =>
    tokens.slice(Math.max(0, at - REMOVAL_SCOPE), at).some(({ word }) => REMOVALS.test(word)),
  );
}

/** For each token, whether it is negated an odd number of times. `text` is the text that offsets point into. */
export function negatedTokens(text: string, tokens: readonly Token[]): boolean[] {
  const gaps = gapsOf(text, tokens);
  const negated = tokens.map(() => false);
  const phrases = denialScopes(tokens, gaps);
  const isInPhrase = (at: number) => phrases.some(({ phrase }) => at >= phrase.from && at < phrase.to);
  const single = tokens.flatMap((_, at) => (isInPhrase(at) ? [] : (scopeOf(tokens, gaps, at) ?? [])));
  for (const { from, to } of [...phrases, ...single]) {
    for (let i = from; i < to; i++) negated[i] = !negated[i];
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

/** Whether the sentence as a whole is denied: "I do not think that ...", "There is no need to ...", "... is wrong." */
export function isDenied(text: string, tokens: readonly Token[]): boolean {
  const gaps = gapsOf(text, tokens);
  const firstBreak = gaps.findIndex((gap, i) => i > 0 && /[,:;]/.test(gap));
  return denialScopes(tokens, gaps).some(({ phrase, from, to, isFrame }) => {
    if (!isFrame)
      return (
        from === 0 && phrase.from === to && to >= tokens.length - (phrase.to - phrase.from) - AFTERTHOUGHT
      );
    const isEarly = phrase.from < FRAME_WITHIN_WORDS && (firstBreak < 0 || phrase.from <= firstBreak);
    return isEarly && to === tokens.length && to > from;
  });
}
