/**
 * What the old ranker reads of a listing, one record of 64 bytes each, listings with one name side by side: a score touches one
 * cache line instead of a dozen columns, and mostly the next one, which makes ranking 20,000 queries many times as fast.
 */
import { namesMainProduct } from "./titles";
import { MENTION, type SearchCatalogue, type TitleColumns } from "./types";

/** Words of a record. */
export const RECORD_SIZE = 16;
/** Places within a record; the first are integers, those of `boost` and `spread` are floats. */
export const FIELD = {
  mentions: 0,
  type: 1,
  brand: 2,
  colour: 3,
  material: 4,
  sizeValue: 5,
  audience: 6,
  feature: 7,
  model: 8,
  isInStock: 9,
  spread: 10,
  boost: 11,
  nameVariant: 13,
  namesMain: 14,
  sales: 15,
} as const;

/** `1 / (1 + c\,n)`: a title that tells n things spreads its weight. */
const LENGTH_COST = 0.03;
/** A stuffed title is as long as if it told this many more. */
const STUFFING_LENGTH = 6;
/** Weight of log10(1 + sales) and of the stars over 4 in each version of the ranker. */
export const VERSIONS = [
  { popularity: 1.5, rating: 0 },
  { popularity: 0.6, rating: 1 },
] as const;

/** [products, RECORD_SIZE]; both views share their bytes. */
export type RankerRecords = { readonly integers: Int32Array; readonly floats: Float32Array };

const bitCount = (bits: number) => {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
};

/** What a match counts in a title with these mentions. */
export const spreadOf = (mentions: number): number =>
  1 / (1 + LENGTH_COST * (bitCount(mentions) + (mentions & MENTION.stuffed ? STUFFING_LENGTH : 0)));

/** The boost of popularity and stars in each version. */
export const boostOf = (version: number, sales: number, stars: number): number => {
  const { popularity, rating } = VERSIONS[version] ?? VERSIONS[0];
  return popularity * Math.log10(1 + sales) + rating * ((stars || 4) - 4);
};

/** `order`: the product of each record. */
export function createRankerRecords(
  catalogue: SearchCatalogue,
  titles: TitleColumns,
  order: Int32Array,
): RankerRecords {
  const integers = new Int32Array(order.length * RECORD_SIZE);
  const floats = new Float32Array(integers.buffer);
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number;
    const at = place * RECORD_SIZE;
    const sales = catalogue.salesBefore[row] as number;
    integers[at + FIELD.mentions] = titles.mentions[row] as number;
    integers[at + FIELD.type] = titles.type[row] as number;
    integers[at + FIELD.nameVariant] = titles.nameVariant[row] as number;
    integers[at + FIELD.brand] = titles.brand[row] as number;
    integers[at + FIELD.colour] = titles.colour[row] as number;
    integers[at + FIELD.material] = titles.material[row] as number;
    integers[at + FIELD.sizeValue] = titles.sizeValue[row] as number;
    integers[at + FIELD.audience] = titles.audience[row] as number;
    integers[at + FIELD.feature] = titles.feature[row] as number;
    integers[at + FIELD.model] = titles.model[row] as number;
    integers[at + FIELD.isInStock] = Number((catalogue.stock[row] as number) > 0);
    integers[at + FIELD.namesMain] = Number(namesMainProduct(titles.wording[row] as number));
    integers[at + FIELD.sales] = sales;
    floats[at + FIELD.spread] = spreadOf(titles.mentions[row] as number);
    for (let version = 0; version < VERSIONS.length; version++)
      floats[at + FIELD.boost + version] = boostOf(version, sales, catalogue.rating[row] as number);
  }
  return { integers, floats };
}
