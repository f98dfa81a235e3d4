/** Documents and queries as term numbers: stems, words as written, and pieces of words. */
import type { SearchDocument } from "../data-sets/beir";
import { ownString } from "../data-sets/line-reader";
import { type TokenStream, TokenStreamBuilder } from "./token-stream";
import { isStopWord, normaliseWord, splitWords, stemOf, Vocabulary } from "./tokens";

/** Length of the pieces of words: long enough to be telling, short enough to survive another ending. */
const GRAM_LENGTH = 4;

/** One text of every document. */
export type AnalysedField = {
  readonly stems: TokenStream;
  readonly words: TokenStream;
  readonly grams: TokenStream;
  /** The number of the sentence within its text, aligned with the tokens of `stems`. */
  readonly sentences: Uint16Array;
};

export type AnalysedQuery = {
  /** In the order of the query; -1 for what no document holds. */
  readonly stems: Int32Array;
  readonly words: Int32Array;
  readonly grams: Int32Array;
  /** Aligned with `stems`: the word is written with a digit or two capitals, as names of genes and measures are. */
  readonly isName: Uint8Array;
  /** Aligned with `stems`: the words as written. */
  readonly surfaces: readonly string[];
};

const isNameLike = (surface: string) => /\d/.test(surface) || /\p{Lu}.*\p{Lu}/u.test(surface);

/** Pieces of a word with its edges marked; a short word is one piece. */
export function gramsOf(word: string): string[] {
  const marked = `<${word}>`;
  if (marked.length <= GRAM_LENGTH) return [marked];
  return Array.from({ length: marked.length - GRAM_LENGTH + 1 }, (_, i) => marked.slice(i, i + GRAM_LENGTH));
}

/** Numbers of one written word; null for a stop word. */
type Entry = { readonly stem: number; readonly word: number; readonly grams: Int32Array } | null;

export class Analyser {
  readonly stems = new Vocabulary();
  readonly words = new Vocabulary();
  readonly grams = new Vocabulary();
  /** Every written form is taken apart once. */
  private readonly entries = new Map<string, Entry>();

  analyseDocuments(documents: readonly SearchDocument[], field: "title" | "text"): AnalysedField {
    const stems = new TokenStreamBuilder();
    const words = new TokenStreamBuilder();
    const grams = new TokenStreamBuilder();
    const sentences: number[] = [];
    for (const document of documents) {
      const text = document[field];
      const ends = sentenceEnds(text);
      let sentence = 0;
      for (const { surface, at } of splitWords(text)) {
        const entry = this.entryOf(surface);
        if (!entry) continue;
        while (at > (ends[sentence] ?? Number.POSITIVE_INFINITY)) sentence++;
        stems.add(entry.stem);
        words.add(entry.word);
        for (const gram of entry.grams) grams.add(gram);
        sentences.push(sentence);
      }
      for (const stream of [stems, words, grams]) stream.end();
    }
    return {
      stems: stems.build(),
      words: words.build(),
      grams: grams.build(),
      sentences: Uint16Array.from(sentences),
    };
  }

  analyseQuery(text: string): AnalysedQuery {
    const kept = splitWords(text)
      .map(({ surface }) => ({ surface, word: normaliseWord(surface) }))
      .filter(({ word }) => word !== "" && !isStopWord(word));
    return {
      stems: Int32Array.from(kept, ({ word }) => this.stems.find(stemOf(word))),
      words: Int32Array.from(kept, ({ word }) => this.words.find(word)),
      grams: Int32Array.from(
        kept.flatMap(({ word }) => gramsOf(word)),
        (gram) => this.grams.find(gram),
      ),
      isName: Uint8Array.from(kept, ({ surface }) => Number(isNameLike(surface))),
      surfaces: kept.map(({ surface }) => surface),
    };
  }

  private entryOf(surface: string): Entry {
    const known = this.entries.get(surface);
    if (known !== undefined) return known;
    const word = normaliseWord(surface);
    const entry =
      word === "" || isStopWord(word)
        ? null
        : {
            stem: this.stems.add(stemOf(word)),
            word: this.words.add(word),
            grams: Int32Array.from(gramsOf(word), (gram) => this.grams.add(gram)),
          };
    this.entries.set(ownString(surface), entry);
    return entry;
  }
}

/** Where sentences end: a full stop, question or exclamation mark before a space and a capital or digit. */
function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(/[.!?]\s+(?=[\p{Lu}\d(])/gu), ({ index }) => index);
}
