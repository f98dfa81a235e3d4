/**
 * The shop's own dictionary: brands, and the commonest name of each product type, colour, material, size and audience,
 * as sequences of stems. It is what a merchandising team keeps, and is incomplete on purpose: other words for the same
 * are learnt from sessions (synonyms.ts) or met by the towers.
 */
import { AUDIENCES, COLOURS, MATERIALS, SIZE_SCHEMES } from "@/lib/worlds/search/attributes";
import { BRAND_COUNT, brandName } from "@/lib/worlds/search/names";
import { PRODUCT_TYPES } from "@/lib/worlds/search/vocabulary";
import { contentWords } from "./text-index";

export const DICTIONARY_FIELDS = ["brand", "type", "colour", "material", "size", "audience"] as const;
export type DictionaryField = (typeof DICTIONARY_FIELDS)[number];
/** `value` numbers the values of a field; brands and types have the numbers of the world's lists. */
export type Entry = { readonly field: DictionaryField; readonly value: number; readonly name: string };
export type Found = Entry & { readonly at: number; readonly length: number };
export type Dictionary = {
  /** Entries in a text, from left to right; the longest wins, and none overlap within a field. */
  recognise(terms: ArrayLike<number>): Found[];
};

type Phrase = { readonly terms: readonly number[]; readonly entry: Entry };

function listEntries(): { text: string; entry: Entry }[] {
  const entries: { text: string; entry: Entry }[] = [];
  const add = (field: DictionaryField, value: number, text: string) => {
    if (text !== "") entries.push({ text, entry: { field, value, name: text } });
  };
  for (let brand = 0; brand < BRAND_COUNT; brand++) add("brand", brand, brandName(brand));
  const addAll = (field: DictionaryField, lists: readonly (readonly string[])[]) => {
    for (const [value, words] of lists.entries()) add(field, value, words[0] ?? "");
  };
  addAll(
    "type",
    PRODUCT_TYPES.map(({ names }) => names),
  );
  addAll(
    "colour",
    COLOURS.map(({ words }) => words),
  );
  addAll(
    "material",
    MATERIALS.map(({ words }) => words),
  );
  addAll("audience", AUDIENCES);
  // Units are normalised in any shop: "20cm" and "20 cm" are one size.
  const sizes = new Map<string, number>();
  for (const scheme of Object.values(SIZE_SCHEMES))
    for (const words of scheme) {
      const value = sizes.get(words[0] ?? "") ?? sizes.size + 1;
      sizes.set(words[0] ?? "", value);
      for (const word of words)
        entries.push({ text: word, entry: { field: "size", value, name: words[0] ?? "" } });
    }
  return entries;
}

/** `find`: the number of a word's stem, or -1. Entries with a word that no title holds are left out. */
export function createDictionary(find: (word: string) => number): Dictionary {
  const byFirst = new Map<number, Phrase[]>();
  for (const { text, entry } of listEntries()) {
    const terms = contentWords(text).map(find);
    if (terms.length === 0 || terms.includes(-1)) continue;
    const first = terms[0] as number;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { terms, entry }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.terms.length - a.terms.length);
  return {
    recognise(terms) {
      const found: Found[] = [];
      const freeFrom = new Map<DictionaryField, number>();
      for (let at = 0; at < terms.length; at++)
        for (const { terms: phrase, entry } of byFirst.get(terms[at] as number) ?? []) {
          if ((freeFrom.get(entry.field) ?? 0) > at) continue;
          if (!phrase.every((term, i) => terms[at + i] === term)) continue;
          found.push({ ...entry, at, length: phrase.length });
          freeFrom.set(entry.field, at + phrase.length);
        }
      return found;
    },
  };
}
