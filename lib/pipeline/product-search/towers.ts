/**
 * The two towers of product search: query and title are bags of hashed words and of hashed letter trigrams (the latter
 * after DSSM: Huang et al., 2013, so that slips and unknown words still say something) in one shared table; the vector
 * is their normalised sum. No layer is above it: vectors of words can be kept, and 200,000 titles are summed in a second.
 */
import { hashString, type Random } from "@/lib/random";
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import { TwoTowerModel } from "../retrieval/two-tower-model";
import { stemOf } from "../search/tokens";

import { BagBuilder } from "../training/embedding-table";
import { contentWords } from "./text-index";

export const TOWER_DIMENSION = 64;
const WORD_ROWS = 12_288;
const TRIGRAM_ROWS = 6_144;
const TEMPERATURE = 0.07;
/** All trigrams of a word together weigh about this much of the word. */
const TRIGRAM_WEIGHT = 0.7;
/** The shelf is told to the title's tower beside its words. */
const SHELF_WEIGHT = 0.7;
const SHELF_MARK = "shelf:";

export const createTowers = (random: Random | null): TwoTowerModel =>
  new TwoTowerModel(
    {
      dimension: TOWER_DIMENSION,
      userRows: WORD_ROWS + TRIGRAM_ROWS,
      itemRows: WORD_ROWS + TRIGRAM_ROWS,
      hidden: 0,
      normalise: true,
      temperature: TEMPERATURE,
      sharesTable: true,
    },
    random,
  );

type Rows = { readonly rows: readonly number[]; readonly weights: readonly number[] };

/** Rows of a word: itself, unless it is a model number, and its trigrams with marked ends. */
function rowsOfWord(word: string): Rows {
  const isModelNumber = /\d/.test(word) && /[a-z]/.test(word) && word.length > 6;
  const rows = isModelNumber ? [] : [hashString(stemOf(word)) % WORD_ROWS];
  const weights = isModelNumber ? [] : [1];
  const marked = `<${word}>`;
  const grams = Math.max(1, marked.length - 2);
  for (let i = 0; i + 3 <= marked.length; i++) {
    rows.push(WORD_ROWS + (hashString(marked.slice(i, i + 3)) % TRIGRAM_ROWS));
    weights.push(TRIGRAM_WEIGHT / grams);
  }
  return { rows, weights };
}

/** Fills bags; remembers the rows of words without digits. */
export class TextBags {
  readonly builder = new BagBuilder();
  private readonly known = new Map<string, Rows>();

  private addWord(word: string, weight: number) {
    let found = this.known.get(word);
    if (!found) {
      found = rowsOfWord(word);
      if (!/\d/.test(word)) this.known.set(word, found);
    }
    for (const [i, row] of found.rows.entries()) this.builder.add(row, weight * (found.weights[i] as number));
  }

  addQuery(words: readonly string[]) {
    for (const word of words) this.addWord(word, 1);
    this.builder.close();
  }

  addTitle(words: readonly string[], category: number) {
    for (const word of words) this.addWord(word, 1);
    this.builder.add(hashString(SHELF_MARK + category) % WORD_ROWS, SHELF_WEIGHT);
    for (const word of SHELF_WORDS[category] ?? []) this.addWord(word, SHELF_WEIGHT / 2);
    this.builder.close();
  }
}
const SHELF_WORDS = CATEGORIES.map(({ name }) => contentWords(name));

/** Vectors of titles, word by word from memory. Model numbers are summed anew: they do not come again. */
export class TitleEncoder {
  private readonly known = new Map<string, Float32Array>();
  private readonly shelves: Float32Array[];
  private readonly bags = new TextBags();

  constructor(private readonly towers: TwoTowerModel) {
    this.shelves = CATEGORIES.map((_, category) => this.sum(() => this.bags.addTitle([], category)));
  }

  private sum(fill: () => void): Float32Array {
    this.bags.builder.clear();
    fill();
    return this.towers.itemTable.sum(this.bags.builder.bags());
  }

  private vectorOf(word: string): Float32Array {
    let vector = this.known.get(word);
    if (!vector) {
      vector = this.sum(() => this.bags.addQuery([word]));
      if (!/\d/.test(word)) this.known.set(word, vector);
    }
    return vector;
  }

  /** Writes the unit vector of a title to `out` at `at`. */
  encode(words: readonly string[], category: number, out: Float32Array, at: number): void {
    const sum = Float32Array.from(this.shelves[category] as Float32Array);
    for (const word of words) {
      const vector = this.vectorOf(word);
      for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + (vector[d] as number);
    }
    let square = 1e-12;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square);
    for (let d = 0; d < sum.length; d++) out[at + d] = (sum[d] as number) / length;
  }
}

/** The unit vector of a query; the zero vector when it has no word. */
export function encodeQuery(towers: TwoTowerModel, bags: TextBags, words: readonly string[]): Float32Array {
  bags.builder.clear();
  bags.addQuery(words);
  return towers.encodeUsers(bags.builder.bags());
}
