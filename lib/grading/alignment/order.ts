/**
 * Is this a sentence, a list of keywords, or words in random order? Three measures that need no language model:
 * the share of function words, how far the order of matched words agrees with the reference, and how often
 * function words follow one another in ways that English never does ("the of", "we is").
 */
import type { Token } from "@/lib/grading/text/tokens";

/** Words that join keywords without making a sentence of them. */
const LIST_JOINERS = new Set(["and", "or", "also", "then", "etc", "plus", "with"]);

export type ListShape = { contentWords: number; functionShare: number; contentPairShare: number };

/**
 * Function-word share (joiners left out) and share of neighbours that are both content words. A number counts like
 * a function word: a line of figures with their names says more than a list of terms.
 */
export function listShape(tokens: readonly Token[]): ListShape {
  const words = tokens.filter((token) => !LIST_JOINERS.has(token.word));
  const isContent = (token: Token | undefined) => token !== undefined && !token.isFunction && !token.isNumber;
  const contentWords = words.filter(isContent).length;
  let contentPairs = 0;
  for (let i = 1; i < words.length; i++) if (isContent(words[i - 1]) && isContent(words[i])) contentPairs++;
  return {
    contentWords,
    functionShare: words.length > 0 ? 1 - contentWords / words.length : 0,
    contentPairShare: words.length > 1 ? contentPairs / (words.length - 1) : 0,
  };
}

const DETERMINERS = new Set(["the", "a", "an", "our", "their", "its", "my", "your", "every"]);
const PREPOSITIONS = new Set([
  "of",
  "from",
  "into",
  "with",
  "at",
  "by",
  "for",
  "per",
  "in",
  "on",
  "between",
  "without",
]);
const SUBJECTS = new Set(["i", "we", "they", "he", "she"]);
const MODALS = new Set(["will", "would", "should", "could", "must", "can", "may"]);
const COPULAS = new Set(["is", "are", "was", "were", "am"]);
const JOINERS = new Set(["and", "or", "but", "because", "so", "than"]);

/** Whether two neighbouring words of one clause can hardly stand in this order. */
function isOdd(a: string, b: string): boolean {
  if (DETERMINERS.has(a)) {
    return (
      DETERMINERS.has(b) ||
      PREPOSITIONS.has(b) ||
      SUBJECTS.has(b) ||
      COPULAS.has(b) ||
      JOINERS.has(b) ||
      MODALS.has(b) ||
      b === "to" ||
      b === "not" ||
      b === "it"
    );
  }
  if (PREPOSITIONS.has(a))
    return COPULAS.has(b) || JOINERS.has(b) || MODALS.has(b) || b === "of" || (SUBJECTS.has(b) && a !== "by");
  if (SUBJECTS.has(a))
    return (
      DETERMINERS.has(b) ||
      PREPOSITIONS.has(b) ||
      JOINERS.has(b) ||
      SUBJECTS.has(b) ||
      b === "to" ||
      b === "is" ||
      b === "it"
    );
  if (MODALS.has(a))
    return (
      DETERMINERS.has(b) ||
      PREPOSITIONS.has(b) ||
      COPULAS.has(b) ||
      MODALS.has(b) ||
      b === "to" ||
      JOINERS.has(b)
    );
  if (a === "to")
    return COPULAS.has(b) || JOINERS.has(b) || MODALS.has(b) || b === "of" || b === "to" || SUBJECTS.has(b);
  if (COPULAS.has(a))
    return (
      COPULAS.has(b) || MODALS.has(b) || SUBJECTS.has(b) || (JOINERS.has(b) && b !== "because" && b !== "so")
    );
  if (a === "and" || a === "or" || a === "but")
    return JOINERS.has(b) && b !== "so" && b !== "because" && b !== "but";
  return false;
}

export type WordOrder = { oddPairs: number; oddShare: number };

/** Counts impossible neighbours; `text` is what the tokens' offsets point into. */
export function wordOrder(text: string, tokens: readonly Token[]): WordOrder {
  let odd = 0;
  let functions = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token?.isFunction) continue;
    functions++;
    if (!next) {
      if (DETERMINERS.has(token.word) || token.word === "and") odd++;
    } else if (
      !/[,.;:()"'\u2013\u2014/-]/.test(text.slice(token.end, next.start)) &&
      isOdd(token.word, next.word)
    )
      odd++;
  }
  return { oddPairs: odd, oddShare: functions > 0 ? odd / functions : 0 };
}

/** Longest common subsequence. */
export function longestCommonSubsequence(a: readonly number[], b: readonly number[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) {
      row.push(left === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, row[j - 1] ?? 0));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

export type Agreement = { matched: number; inOrder: number; neighbours: number };

/** How far `answer` (types of the reference, in the answer's order) keeps the order and neighbours of `reference`. */
export function orderAgreement(reference: readonly number[], answer: readonly number[]): Agreement {
  const matched = new Set(answer).size;
  if (matched < 2) return { matched, inOrder: 1, neighbours: 1 };
  const pairs = new Set<string>();
  reference.forEach((type, i) => {
    for (const ahead of [1, 2]) pairs.add(`${type} ${reference[i + ahead] ?? -1}`);
  });
  let kept = 0;
  for (let i = 1; i < answer.length; i++) if (pairs.has(`${answer[i - 1]} ${answer[i]}`)) kept++;
  return {
    matched,
    inOrder: longestCommonSubsequence(reference, answer) / Math.min(reference.length, answer.length),
    neighbours: kept / (answer.length - 1),
  };
}
