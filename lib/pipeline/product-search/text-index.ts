/**
 * The catalogue as text: the stems of every title in one token stream, an inverted index of the titles and one of the
 * shelf words (brand, category), and the words as sellers write them, for spelling correction. The words of ../search
 * are used; only their memory of words already stemmed is new: 200,000 titles hold few different ones.
 */

import { LUCENE_BM25 } from "@/lib/evaluation/bm25";
import { brandName } from "@/lib/worlds/search/names";
import { productTitle } from "@/lib/worlds/search/titles";
import type { SearchCatalogue, TitleColumns } from "@/lib/worlds/search/types";
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import { Bm25 } from "../search/bm25";
import { buildInvertedIndex } from "../search/inverted-index";
import { type TokenStream, TokenStreamBuilder, tokensOf } from "../search/token-stream";
import { isStopWord, normaliseWord, splitWords, stemOf, Vocabulary } from "../search/tokens";
import type { Checkpoint } from "../types";

export type TextIndex = {
  readonly stems: Vocabulary;
  /** Stems of each title in its order, stop words left out. */
  readonly titles: TokenStream;
  /** The same as words in lower case, numbered by `words`. */
  readonly titleWords: TokenStream;
  readonly words: Vocabulary;
  /** Titles that hold each word. */
  readonly wordTitles: Int32Array;
  readonly title: Bm25;
  readonly shelf: Bm25;
  /** The stem of a word as typed; -1 for a stem that no title and no shelf has. */
  find(word: string): number;
};

const PRODUCTS_PER_CHECKPOINT = 5_000;

/** Words of a text in lower case, stop words left out. Model numbers keep their digits. */
export const contentWords = (text: string): string[] =>
  splitWords(text)
    .map(({ surface }) => normaliseWord(surface))
    .filter((word) => word !== "" && !isStopWord(word));

/** Numbers words and their stems; each word is stemmed once. */
class Lexicon {
  readonly words = new Vocabulary();
  readonly stems = new Vocabulary();
  private readonly stemOfWord: number[] = [];
  readonly titles: number[] = [];

  add(word: string): number {
    const number = this.words.add(word);
    if (number === this.stemOfWord.length) {
      this.stemOfWord.push(this.stems.add(stemOf(word)));
      this.titles.push(0);
    }
    return number;
  }

  stem = (number: number): number => this.stemOfWord[number] as number;

  /** One more title holds these words; repetitions count once. */
  countTitle(numbers: readonly number[]) {
    numbers.forEach((number, i) => {
      if (numbers.indexOf(number) === i) this.titles[number] = (this.titles[number] as number) + 1;
    });
  }
}

/** @throws what the checkpoint throws. */
export async function buildTextIndex(
  catalogue: SearchCatalogue,
  columns: TitleColumns,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void,
): Promise<TextIndex> {
  const lexicon = new Lexicon();
  const { words, stems } = lexicon;
  const numbersOf = (text: string) => contentWords(text).map((word) => lexicon.add(word));
  const titleWords = new TokenStreamBuilder();
  const shelf = new TokenStreamBuilder();
  const categories = CATEGORIES.map(({ name }) => numbersOf(name));
  for (let product = 0; product < catalogue.size; product++) {
    if (product % PRODUCTS_PER_CHECKPOINT === 0) {
      onProgress(product / catalogue.size);
      await checkpoint();
    }
    const numbers = numbersOf(productTitle(columns, product));
    lexicon.countTitle(numbers);
    for (const number of numbers) titleWords.add(number);
    titleWords.end();
    const brand = numbersOf(brandName(catalogue.brand[product] as number));
    for (const number of [...brand, ...(categories[catalogue.category[product] as number] ?? [])])
      shelf.add(lexicon.stem(number));
    shelf.end();
  }
  await checkpoint();
  const wordStream = titleWords.build();
  const titles = { tokens: wordStream.tokens.map(lexicon.stem), offsets: wordStream.offsets };
  const title = new Bm25(buildInvertedIndex(titles, stems.size), LUCENE_BM25);
  await checkpoint();
  return {
    stems,
    titles,
    titleWords: wordStream,
    words,
    wordTitles: Int32Array.from(lexicon.titles),
    title,
    shelf: new Bm25(buildInvertedIndex(shelf.build(), stems.size), LUCENE_BM25),
    find: (word) => stems.find(stemOf(word)),
  };
}

/** The words of a title. */
export function wordsOfTitle({ titleWords, words }: TextIndex, product: number): string[] {
  return Array.from(tokensOf(titleWords, product), (number) => words.terms[number] as string);
}
