/**
 * What the old ranker reads of a listing, one record of 64 bytes each, listings with one name side by side: a score touches one
 * cache line instead of a dozen columns, and mostly the next one, which makes ranking 20,000 queries many times as fast.
 */
import { nameKey } from "./lexical-lists";
import { namesMainProduct } from "./titles";
import { MENTION, type SearchCatalogue, type TitleColumns } from "./types";

/** Words of a record. */
export const RECORD_SIZE = 16;
/**
 * Places within a record; the first are integers, `spread` and `boost` are floats. What the title does not tell is 0, and -1 for
 * brand and model, so that a match is one comparison. Size and feature are keys that hold the type as well.
 */
export const FIELD = {
  name: 0,
  brand: 1,
  model: 2,
  colour: 3,
  material: 4,
  audience: 5,
  size: 6,
  feature: 7,
  isInStock: 8,
  namesMain: 9,
  sales: 10,
  spread: 11,
  boost: 12,
} as const;
const VALUES_PER_TYPE = 16;

/** A size or feature of a type as one number; 0 when there is none. */
export const valueKey = (type: number, value: number): number =>
  value === 0 ? 0 : type * VALUES_PER_TYPE + value;

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
    const bits = titles.mentions[row] as number;
    const type = titles.type[row] as number;
    const told = (bit: number, value: number | undefined, untold = 0) =>
      bits & bit ? (value as number) : untold;
    integers[at + FIELD.name] = nameKey(type, titles.nameVariant[row] as number);
    integers[at + FIELD.brand] = told(MENTION.brand, titles.brand[row], -1);
    integers[at + FIELD.model] = told(MENTION.model, titles.model[row], -1);
    integers[at + FIELD.colour] = told(MENTION.colour, titles.colour[row]);
    integers[at + FIELD.material] = told(MENTION.material, titles.material[row]);
    integers[at + FIELD.audience] = told(MENTION.audience, titles.audience[row]);
    integers[at + FIELD.size] = valueKey(type, told(MENTION.size, titles.sizeValue[row]));
    integers[at + FIELD.feature] = valueKey(type, told(MENTION.feature, titles.feature[row]));
    integers[at + FIELD.isInStock] = Number((catalogue.stock[row] as number) > 0);
    integers[at + FIELD.namesMain] = Number(namesMainProduct(titles.wording[row] as number));
    integers[at + FIELD.sales] = catalogue.salesBefore[row] as number;
    floats[at + FIELD.spread] = spreadOf(bits);
    for (let version = 0; version < VERSIONS.length; version++) {
      const boost = boostOf(version, catalogue.salesBefore[row] as number, catalogue.rating[row] as number);
      floats[at + FIELD.boost + version] = boost;
    }
  }
  return { integers, floats };
}
