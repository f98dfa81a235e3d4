/**
 * Text to words, words to numbers. Words are runs of letters and digits (a decimal point between digits stays), lower
 * case, without possessive 's; stop words go, and what is left is stemmed (Porter, 1980), as Lucene's English analyzer does.
 */
import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stop-words";

const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}]+)*/gu;

/** A word as written: `surface` keeps its capitals. */
export type Word = { readonly surface: string; readonly at: number };

/** All words of a text with the place where they begin, stop words included. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ surface: match[0], at: match.index }));
}

/** Lower case, without accents, without possessive 's. */
export function normaliseWord(surface: string): string {
  const lower = surface.toLowerCase().replace(/['’]s$/, "");
  // Only what has accents is worth the work.
  return /[^\x20-\x7f]/.test(lower) ? lower.normalize("NFKD").replace(/\p{M}/gu, "") : lower;
}

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** The stem of a normalised word. Words with a digit have no stem. */
export const stemOf = (word: string): string => (/\d/.test(word) || word.length < 3 ? word : stemmer(word));

/** Numbers for terms, in the order in which they appear. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  readonly terms: string[] = [];

  get size(): number {
    return this.terms.length;
  }

  /** The number of a term; a new one when it is unknown. */
  add(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.terms.length);
    return this.terms.push(term) - 1;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.numbers.get(term) ?? -1;
  }
}
