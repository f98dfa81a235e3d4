/**
 * Words that stand for each other, learnt from sessions: after a search without a click people try other words for the
 * same thing (query substitutions: Jones, Rey, Madani & Greiner, 2006). When two such searches differ in one stretch of
 * words, those are candidates; a pair that occurs far more often than chance explains is kept.
 */
import { NOTHING, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { searchesBetween } from "./plan";

export type Synonym = { readonly terms: readonly number[]; readonly weight: number };
/** By the terms of the replaced stretch, joined by spaces. */
export type Synonyms = ReadonlyMap<string, readonly Synonym[]>;

const MIN_SESSIONS = 3;
/** Of all replacements of a stretch, the share that a synonym has at least. */
const MIN_SHARE = 0.12;
const MAX_SYNONYMS = 3;
const MAX_STRETCH = 3;

export const stretchKey = (terms: readonly number[]): string => terms.join(" ");

/** The stretches in which two term lists differ, when beginning and end agree; null when nothing does or all does. */
export function differingStretches(
  left: readonly number[],
  right: readonly number[],
): { left: readonly number[]; right: readonly number[] } | null {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  const stretches = {
    left: left.slice(start, left.length - end),
    right: right.slice(start, right.length - end),
  };
  const isUsable = (terms: readonly number[]) => terms.length > 0 && terms.length <= MAX_STRETCH;
  return isUsable(stretches.left) && isUsable(stretches.right) ? stretches : null;
}

const hasClick = ({ outcome }: SearchLog, search: number) =>
  outcome.subarray(search * PAGE_SIZE, (search + 1) * PAGE_SIZE).some((value) => value !== NOTHING);

/** `termsOf` gives the stems of a query; `mayLearn` leaves out the queries that are held out. */
export function learnSynonyms(
  log: SearchLog,
  untilDay: number,
  termsOf: (query: number) => readonly number[],
  mayLearn: (query: number) => boolean,
): Synonyms {
  const { end } = searchesBetween(log.day, 0, untilDay);
  const replaced = new Map<string, Map<string, { terms: readonly number[]; count: number }>>();
  const note = (from: readonly number[], to: readonly number[]) => {
    const key = stretchKey(from);
    const others = replaced.get(key) ?? new Map<string, { terms: readonly number[]; count: number }>();
    replaced.set(key, others);
    const other = others.get(stretchKey(to)) ?? { terms: to, count: 0 };
    other.count++;
    others.set(stretchKey(to), other);
  };
  for (let search = 0; search + 1 < end; search++) {
    if (log.session[search] !== log.session[search + 1] || hasClick(log, search)) continue;
    const [first, second] = [log.query[search] as number, log.query[search + 1] as number];
    if (!mayLearn(first) || !mayLearn(second)) continue;
    const difference = differingStretches(termsOf(first), termsOf(second));
    if (!difference) continue;
    // People go either way between two words.
    note(difference.left, difference.right);
    note(difference.right, difference.left);
  }
  return new Map(
    [...replaced].flatMap(([key, others]) => {
      const kept = keepFrequent([...others.values()]);
      return kept.length > 0 ? [[key, kept] as const] : [];
    }),
  );
}

function keepFrequent(others: readonly { terms: readonly number[]; count: number }[]): Synonym[] {
  const total = others.reduce((sum, { count }) => sum + count, 0);
  return others
    .filter(({ count }) => count >= MIN_SESSIONS && count / total >= MIN_SHARE)
    .sort((a, b) => b.count - a.count || (stretchKey(a.terms) < stretchKey(b.terms) ? -1 : 1))
    .slice(0, MAX_SYNONYMS)
    .map(({ terms, count }) => ({ terms, weight: count / total }));
}
