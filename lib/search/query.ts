/**
 * From what somebody typed to a query of the index. Every word must be found: exactly, as a beginning, within one or two
 * edits, or with two neighbouring letters swapped, which counts as two edits in the index ("bais").
 */
import type { Query } from "minisearch";
import { isStopWord, type Word, wordsOf } from "@/lib/search/words";

/** Edits that a word of this many letters may be away. */
const editsFor = (letters: number): number => (letters < 4 ? 0 : letters < 7 ? 1 : 2);
/** A joined pair is a stronger sign than either of its words. */
const PAIR_BOOST = 2;
/** A word with swapped letters is a little less sure than the word itself. */
const SWAP_BOOST = 0.8;

/** The words of a query that tell something; all of them when none does. */
export function queryWords(text: string): Word[] {
  const words = wordsOf(text);
  const telling = words.filter(({ joined }) => !isStopWord(joined));
  return telling.length > 0 ? telling : words;
}

/** "bais" -> "abis", "bias", "basi". */
function swaps(term: string): string[] {
  if (term.length < 4) return [];
  return [...term].slice(1).map((_, i) => {
    const swapped = `${term[i + 1]}${term[i]}`;
    return term.slice(0, i) + swapped + term.slice(i + 2);
  });
}

/** A beginning of two letters says something only when it is all that was typed. */
const isBeginning = (term: string, isAlone: boolean) => term.length > (isAlone ? 1 : 2);

function termQuery(term: string, isAlone = false): Query {
  const edits = editsFor(term.length);
  const alike: Query = {
    queries: [term],
    prefix: isBeginning(term, isAlone),
    ...(edits > 0 && { fuzzy: edits }),
  };
  const swapped = swaps(term).filter((other) => other !== term);
  if (swapped.length === 0) return alike;
  const others = swapped.map((other) => ({ queries: [other], boostTerm: () => SWAP_BOOST }));
  return { combineWith: "OR", queries: [alike, ...others] };
}

/** "two-tower" is found joined or by all of its parts; "A/B" only joined, and not as the beginning of "about". */
function wordQuery({ joined, parts, start, end }: Word, isAlone: boolean): Query {
  const isCompound = end - start > joined.length;
  if (!isCompound) return termQuery(joined, isAlone);
  if (parts.length === 0) return termQuery(joined);
  const inParts: Query = { combineWith: "AND", queries: parts.map((part) => termQuery(part)) };
  return { combineWith: "OR", queries: [termQuery(joined), inParts] };
}

/** @returns null when nothing was typed that could be looked for. `combine` is OR when no document holds every word. */
export function buildQuery(text: string, combine: "AND" | "OR"): Query | null {
  const words = queryWords(text);
  return words.length === 0
    ? null
    : { combineWith: combine, queries: words.map((word) => wordQuery(word, words.length === 1)) };
}

/**
 * Neighbouring words as one: "two tower" may be written "two-tower", "ndcg 10" is written "NDCG@10". A document that
 * holds such a pair is a better one; none has to. Null when there are none.
 */
export function buildPairQuery(text: string): Query | null {
  const words = queryWords(text).map(({ joined }) => joined);
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`);
  const numbered = [...text.toLowerCase().matchAll(/(\p{L}+)\s+(\d{1,3})\b/gu)].map(
    ([, word, number]) => `${word}${number}`,
  );
  const queries = [...pairs, ...numbered].map((pair) => ({ queries: [pair], boostTerm: () => PAIR_BOOST }));
  return queries.length === 0 ? null : { combineWith: "OR", queries };
}
