/**
 * Query understanding: words, spelling, synonyms, what the dictionary recognises, and where clicks of such words go.
 * The result is what both sources, the features and the page read.
 */
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import { documentFrequency } from "../search/inverted-index";
import type { CategoryShares } from "./category-shares";
import type { Dictionary, Found } from "./dictionary";
import type { SearchKnobs } from "./knobs";
import type { Speller } from "./spelling";
import { type Synonyms, stretchKey } from "./synonyms";
import { contentWords, type TextIndex } from "./text-index";

export type Linguist = {
  readonly index: TextIndex;
  readonly dictionary: Dictionary;
  readonly speller: Speller;
  readonly synonyms: Synonyms;
  readonly categories: CategoryShares;
};

export type UnderstoodToken = {
  /** As typed. */
  readonly word: string;
  /** After spelling correction. */
  readonly corrected: string;
  readonly edits: number;
  /** Number of the stem, -1 when no title holds it. */
  readonly term: number;
};
/** Other terms for a stretch of the query: tokens [at, at + length). */
export type Expansion = {
  readonly at: number;
  readonly length: number;
  readonly terms: readonly number[];
  readonly weight: number;
};

export type Understood = {
  readonly tokens: readonly UnderstoodToken[];
  readonly expansions: readonly Expansion[];
  /** Query terms with weights: the words at 1, those of expansions at less. */
  readonly weights: ReadonlyMap<number, number>;
  readonly found: readonly Found[];
  readonly categoryShares: Float64Array;
  /** Words after correction, for the towers. */
  readonly words: readonly string[];
};

/** A synonym is somebody else's word: it weighs less than the shopper's own. */
const SYNONYM_WEIGHT = 0.8;
const MAX_STRETCH = 3;

/** In how many titles or shelf texts a term stands. */
export function titlesWith({ title, shelf }: TextIndex, term: number): number {
  return Math.max(documentFrequency(title.index, term), documentFrequency(shelf.index, term));
}

function readToken({ index, speller }: Linguist, word: string, mayCorrect: boolean): UnderstoodToken {
  const term = index.find(word);
  if (term >= 0 || !mayCorrect) return { word, corrected: word, edits: 0, term };
  const correction = speller.correct(word);
  if (!correction) return { word, corrected: word, edits: 0, term };
  return { word, corrected: correction.word, edits: correction.edits, term: index.find(correction.word) };
}

function expand(synonyms: Synonyms, terms: readonly number[]): Expansion[] {
  const expansions: Expansion[] = [];
  for (let at = 0; at < terms.length; at++)
    for (let length = 1; length <= Math.min(MAX_STRETCH, terms.length - at); length++)
      for (const synonym of synonyms.get(stretchKey(terms.slice(at, at + length))) ?? [])
        expansions.push({ at, length, ...synonym });
  return expansions;
}

function weigh(terms: readonly number[], expansions: readonly Expansion[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const term of terms) if (term >= 0) weights.set(term, 1);
  for (const { terms: others, weight } of expansions)
    for (const term of others) {
      const value = (SYNONYM_WEIGHT * Math.sqrt(weight)) / others.length;
      if (term >= 0 && value > (weights.get(term) ?? 0)) weights.set(term, value);
    }
  return weights;
}

/** What the dictionary finds in the query, and in the query with its best synonyms where it finds no type. */
function recognise(
  dictionary: Dictionary,
  terms: readonly number[],
  expansions: readonly Expansion[],
): Found[] {
  const found = dictionary.recognise(terms);
  if (found.some(({ field }) => field === "type")) return found;
  for (const { at, length, terms: others } of [...expansions].sort((a, b) => b.weight - a.weight)) {
    const rewritten = [...terms.slice(0, at), ...others, ...terms.slice(at + length)];
    const type = dictionary.recognise(rewritten).find(({ field }) => field === "type");
    if (type) return [...found, { ...type, at, length }];
  }
  return found;
}

export function understand(
  linguist: Linguist,
  text: string,
  { spelling, synonyms }: Pick<SearchKnobs, "spelling" | "synonyms">,
): Understood {
  const tokens = contentWords(text).map((word) => readToken(linguist, word, spelling));
  const terms = tokens.map(({ term }) => term);
  const expansions = synonyms ? expand(linguist.synonyms, terms) : [];
  return {
    tokens,
    expansions,
    weights: weigh(terms, expansions),
    found: recognise(linguist.dictionary, terms, expansions),
    categoryShares: linguist.categories.of(terms.filter((term) => term >= 0)),
    words: tokens.map(({ corrected }) => corrected),
  };
}

/** The name of the likeliest categories with their shares, at most `limit`. */
export function likelyCategories(shares: Float64Array, limit: number): { name: string; share: number }[] {
  return Array.from(shares, (share, category) => ({ name: CATEGORIES[category]?.name ?? "", share }))
    .sort((a, b) => b.share - a.share)
    .slice(0, limit);
}
