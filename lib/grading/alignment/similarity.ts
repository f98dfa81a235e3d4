/**
 * How alike two units are, 0 to 1. The same word is 1, the same concept in other words a little less, a shared
 * part of a longer expression less again, and a misspelt word counts by its trigrams.
 */
import type { Unit } from "@/lib/grading/text/concepts";

const SAME_CONCEPT = 0.95;
const SHARED_WORDS = 0.8;
const INNER_CONCEPT = 0.65;
const TYPO_DICE = 0.7;
/** With the same consonants fewer letters in common will do. */
const SKELETON_DICE = 0.3;
const TYPO_MIN_LENGTH = 5;

const trigramCache = new Map<string, ReadonlySet<string>>();

function trigrams(word: string): ReadonlySet<string> {
  const known = trigramCache.get(word);
  if (known) return known;
  const grams = new Set<string>();
  const padded = `^${word}$`;
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  if (trigramCache.size > 20_000) trigramCache.clear();
  trigramCache.set(word, grams);
  return grams;
}

/** Dice coefficient of letter trigrams. */
export function trigramDice(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return (2 * shared) / (left.size + right.size);
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

/** Similarity of a unit of the answer to a unit of the reference. */
export function unitSimilarity(reference: Unit, answer: Unit): number {
  if (reference.key === answer.key) return 1;
  if (intersects(reference.concepts, answer.concepts)) return SAME_CONCEPT;
  let best = 0;
  const shared = reference.stems.filter((stem) => answer.stems.includes(stem)).length;
  if (shared > 0) best = (SHARED_WORDS * shared) / reference.stems.length;
  if (intersects(reference.concepts, answer.inner) || intersects(reference.inner, answer.concepts)) {
    best = Math.max(best, INNER_CONCEPT);
  }
  const [a, b] = [reference.stems[0], answer.stems[0]];
  if (best === 0 && a && b && reference.stems.length === 1 && answer.stems.length === 1)
    best = typoSimilarity(a, b);
  return best;
}

/** Consonants after the first letter, doubled ones once: what most misspellings keep. */
const skeletonOf = (word: string) =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replace(/[aeiouyhw]/g, "")
    .replace(/(.)\1+/g, "$1");

const PREFIX = 0.85;
const MAX_SUFFIX = 4;

/** A misspelt word, or one word built from the other ("conduct", "conductor"). */
function typoSimilarity(a: string, b: string): number {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < TYPO_MIN_LENGTH) return 0;
  if (Math.abs(a.length - b.length) > MAX_SUFFIX) return 0;
  if (a.startsWith(b) || b.startsWith(a)) return PREFIX;
  const dice = trigramDice(a, b);
  if (dice > TYPO_DICE) return dice * 0.9 + 0.05;
  return dice > SKELETON_DICE && skeletonOf(a) === skeletonOf(b) ? PREFIX : 0;
}
