/**
 * Which listings share words with a query, found through groups of rows instead of an inverted index: listings by the name in
 * their title, by brand, by gift recipient, best sellers first. What the old ranker can see.
 */
import { type Groups, groupBy, rowsOf, sortGroups } from "./grouping";
import { BRAND_COUNT } from "./names";
import { RECIPIENTS } from "./recipients";
import { giftRecipientOf } from "./titles";
import { MENTION, type SearchCatalogue, type TitleColumns } from "./types";
import { ACCESSORIES, CATEGORIES, PRODUCT_TYPES } from "./vocabulary";

/** Room for the names of a type in a key. */
export const NAMES_PER_TYPE = 4;
export const nameKey = (type: number, variant: number): number => type * NAMES_PER_TYPE + variant;

/** Best sellers that are looked at in a group which shares a part of the words. */
const PARTIAL_ROWS = 40;
const SMALLEST_SHARE = 0.5;

/** Rows of all groups are places: place p is listing `product[p]`, listings with one name side by side. */
export type LexicalLists = {
  readonly product: Int32Array;
  readonly byName: Groups;
  readonly byBrand: Groups;
  readonly byCategory: Groups;
  readonly byRecipient: Groups;
  /** Listings with stuffed titles, by type. */
  readonly stuffed: Groups;
};

export function createLexicalLists(catalogue: SearchCatalogue, titles: TitleColumns): LexicalLists {
  const { type, nameVariant, mentions, size } = titles;
  const keys = Int32Array.from({ length: size }, (_, row) =>
    nameKey(type[row] as number, nameVariant[row] as number),
  );
  const names = sortGroups(groupBy(keys, PRODUCT_TYPES.length * NAMES_PER_TYPE), catalogue.salesBefore);
  const product = names.order;
  const sales = product.map((row) => catalogue.salesBefore[row] as number);
  const group = (keyOf: (row: number) => number, count: number) =>
    sortGroups(groupBy(product.map(keyOf), count), sales);
  const has = (row: number, bit: number) => ((mentions[row] as number) & bit) !== 0;
  return {
    product,
    byName: { starts: names.starts, order: product.map((_, place) => place) },
    byBrand: group((row) => (has(row, MENTION.brand) ? (titles.brand[row] as number) : -1), BRAND_COUNT),
    byCategory: group((row) => catalogue.category[row] as number, CATEGORIES.length),
    byRecipient: group((row) => giftRecipientOf(titles, row), RECIPIENTS.length),
    stuffed: group((row) => (has(row, MENTION.stuffed) ? (type[row] as number) : -1), PRODUCT_TYPES.length),
  };
}

/** A group of listings, the share of the query's name that their names hold, and how many of them are looked at. */
export type NameMatch = { readonly rows: Int32Array; readonly share: number; readonly isAccessory: boolean };

const wordsOf = (name: string) => new Set(name.split(" ").map((word) => word.replace(/s$/, "")));
const NAME_WORDS = PRODUCT_TYPES.flatMap(({ names }, type) =>
  names.map((name, variant) => ({ key: nameKey(type, variant), words: wordsOf(name) })),
);

/** Names that share words with this one: [key, share]. Computed once per name. */
const overlaps = new Map<number, readonly (readonly [number, number])[]>();
function overlapsOf(key: number) {
  const known = overlaps.get(key);
  if (known) return known;
  const asked = NAME_WORDS.find((name) => name.key === key)?.words ?? new Set<string>();
  const found = NAME_WORDS.map(({ key: other, words }) => {
    const shared = [...asked].filter((word) => words.has(word)).length;
    return [other, shared / Math.max(1, asked.size)] as const;
  }).filter(([, share]) => share >= SMALLEST_SHARE);
  overlaps.set(key, found);
  return found;
}

/** Groups whose titles hold words of the name: by name, stuffed titles of the type and its kin, accessories "for" it. */
export function matchName(lists: LexicalLists, type: number, variant: number): NameMatch[] {
  const own = nameKey(type, variant);
  const matches = overlapsOf(own).map(([key, share]) => {
    const rows = rowsOf(lists.byName, key);
    return { rows: key === own ? rows : rows.subarray(0, PARTIAL_ROWS), share, isAccessory: false };
  });
  for (const stuffing of [type, ...(PRODUCT_TYPES[type]?.kin ?? [])])
    matches.push({ rows: rowsOf(lists.stuffed, stuffing), share: 1, isAccessory: false });
  // Accessories write the first name of what they are for.
  if (variant === 0)
    for (const accessory of ACCESSORIES[type] ?? [])
      for (let name = 0; name < NAMES_PER_TYPE; name++) {
        const rows = rowsOf(lists.byName, nameKey(accessory, name)).subarray(0, PARTIAL_ROWS);
        matches.push({ rows, share: 1, isAccessory: true });
      }
  return matches;
}
