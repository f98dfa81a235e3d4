/** What is known of each product beside its words, ready for features and rules: read off titles once, by the dictionary. */
import type { SearchCatalogue } from "@/lib/worlds/search/types";
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import { tokensOf } from "../search/token-stream";
import type { Checkpoint } from "../types";
import { DICTIONARY_FIELDS, type Dictionary, type DictionaryField } from "./dictionary";
import type { TextIndex } from "./text-index";

export type ProductColumns = {
  /** What the title says in each field, as the dictionary numbers it; -1 when it says nothing that is known. */
  readonly said: Readonly<Record<DictionaryField, Int16Array>>;
  /** Place of the price among its category's, 0 the cheapest, 1 the dearest. */
  readonly pricePosition: Float32Array;
  /** A word stands in the title this often or more: the title is stuffed. */
  readonly isStuffed: Uint8Array;
  /** Same for listings that are copies of each other: same photo, or same title. */
  readonly content: Int32Array;
};

const STUFFED_FROM = 3;
const PRODUCTS_PER_CHECKPOINT = 20_000;

/** FNV-1a over the terms of a title, whatever their order. */
function hashTerms(terms: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const term of terms.slice().sort()) hash = Math.imul(hash ^ term, 0x01000193);
  return hash >>> 0;
}

function isRepetitive(terms: Int32Array): boolean {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const count = (counts.get(term) ?? 0) + 1;
    if (count >= STUFFED_FROM) return true;
    counts.set(term, count);
  }
  return false;
}

function pricePositions({ category, price, size }: SearchCatalogue): Float32Array {
  const position = new Float32Array(size);
  const rows = Array.from({ length: CATEGORIES.length }, () => [] as number[]);
  for (let product = 0; product < size; product++) rows[category[product] as number]?.push(product);
  for (const products of rows) {
    products.sort((a, b) => (price[a] as number) - (price[b] as number) || a - b);
    products.forEach((product, rank) => {
      position[product] = rank / Math.max(1, products.length - 1);
    });
  }
  return position;
}

/** @throws what the checkpoint throws. */
export async function readProductColumns(
  catalogue: SearchCatalogue,
  { titles }: TextIndex,
  dictionary: Dictionary,
  checkpoint: Checkpoint,
): Promise<ProductColumns> {
  const { size, photo } = catalogue;
  const said = Object.fromEntries(
    DICTIONARY_FIELDS.map((field) => [field, new Int16Array(size).fill(-1)]),
  ) as Record<DictionaryField, Int16Array>;
  const isStuffed = new Uint8Array(size);
  const content = new Int32Array(size);
  const firstWithTitle = new Map<number, number>();
  for (let product = 0; product < size; product++) {
    if (product % PRODUCTS_PER_CHECKPOINT === 0) await checkpoint();
    const terms = tokensOf(titles, product);
    for (const { field, value } of dictionary.recognise(terms))
      if (said[field][product] === -1) said[field][product] = value;
    isStuffed[product] = Number(isRepetitive(terms));
    const hash = hashTerms(terms);
    const sameTitle = firstWithTitle.get(hash);
    if (sameTitle === undefined) firstWithTitle.set(hash, photo[product] as number);
    content[product] = sameTitle ?? (photo[product] as number);
  }
  return { said, pricePosition: pricePositions(catalogue), isStuffed, content };
}
