/**
 * Two measures that need no language model: the share of function words in a sentence, and how far matched words keep
 * the order of a reference.
 */
import type { Token } from "@/lib/grading/text/tokens";

/** Words that join keywords without making a sentence of them. */
export const LIST_JOINERS = new Set(["and", "or", "also", "then", "etc", "plus", "with"]);

export type ListShape = {
  contentWords: number;
  functionShare: number;
  contentPairShare: number;
  /** Share of numbers: a line of figures with their names says more than a list of terms. */
  numberShare: number;
  /** Joiners per content word: "the a and the b and the c". */
  joinerShare: number;
};

/** Function-word share and share of neighbours that are both content words; joiners and numbers are left out of both. */
export function listShape(tokens: readonly Token[]): ListShape {
  const words = tokens.filter((token) => !token.isNumber && !LIST_JOINERS.has(token.word));
  const contentWords = words.filter((token) => !token.isFunction).length;
  const joiners = tokens.filter((token) => LIST_JOINERS.has(token.word)).length;
  let contentPairs = 0;
  for (let i = 1; i < words.length; i++)
    if (!words[i - 1]?.isFunction && !words[i]?.isFunction) contentPairs++;
  return {
    contentWords,
    functionShare: words.length > 0 ? 1 - contentWords / words.length : 0,
    contentPairShare: words.length > 1 ? contentPairs / (words.length - 1) : 0,
    joinerShare: contentWords > 0 ? joiners / contentWords : 0,
    numberShare: tokens.length > 0 ? tokens.filter((token) => token.isNumber).length / tokens.length : 0,
  };
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

const MIN_REORDERED = 5;
const SAME_WORDS = 0.85;

/** Words that both lists hold, each as often as it stands in the shorter supply. */
function sharedWords(a: readonly Token[], b: readonly Token[]): number {
  const left = new Map<string, number>();
  for (const { word } of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const { word } of b) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) shared++;
    left.set(word, rest - 1);
  }
  return shared;
}

const CLAUSE_OPENERS = new Set([
  "because",
  "so",
  "since",
  "when",
  "if",
  "while",
  "as",
  "and",
  "but",
  "then",
  "otherwise",
]);

/**
 * Whether a text is the words of another, nearly all of them and hardly any other, in an order of its own: shuffled,
 * reversed, sorted, cut in half and swapped, or with two nouns changed over. Whoever explains does not find exactly those
 * words again. A second clause put before the first is no disorder.
 */
export function isReordered(
  referenceText: string,
  reference: readonly Token[],
  answer: readonly Token[],
): boolean {
  const most = Math.max(reference.length, answer.length);
  if (most < MIN_REORDERED || sharedWords(reference, answer) < SAME_WORDS * most) return false;
  const numbers = new Map<string, number>();
  const toNumber = ({ word }: Token) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const [wanted, found] = [reference.map(toNumber), answer.map(toNumber)];
  const isKept = (sequence: readonly number[]) =>
    Math.min(wanted.length, found.length) - longestCommonSubsequence(sequence, found) < 2;
  if (isKept(wanted)) return false;
  const opensClause = (i: number) =>
    CLAUSE_OPENERS.has(reference[i]?.word ?? "") ||
    /[,;:.]/.test(referenceText.slice(reference[i - 1]?.end, reference[i]?.start));
  return !reference.some(
    (_, cut) => cut > 0 && opensClause(cut) && isKept([...wanted.slice(cut), ...wanted.slice(0, cut)]),
  );
}
