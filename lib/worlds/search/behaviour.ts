/**
 * How people read a page of results and what they click and buy, known to the simulator only. Position-based model: a result is
 * clicked when it is seen, with a probability that depends on its position alone, and attractive (Richardson et al., 2007).
 * Cascade model: read from the top, click the first attractive one, stop (Craswell et al., 2008).
 */
import { sigmoid } from "@/lib/evaluation/logit";
import { seenProbability } from "@/lib/evaluation/position-bias";
import type { Random } from "@/lib/random";
import { tasteOf } from "./hashed";
import {
  CARTED,
  CLICKED,
  PAGE_SIZE,
  PURCHASED,
  type SearchCatalogue,
  type SearchTruth,
  type TitleColumns,
} from "./types";
import { PRODUCT_TYPES } from "./vocabulary";

const EXAMINATION_EXPONENT = 0.9;
/** Attractiveness in logits by grade. */
const GRADE_LOGITS = [-4.6, -3.5, -2.5, -1.5, -0.5] as const;
const PRICE_WEIGHT = 0.5;
const RATING_WEIGHT = 0.5;
const BRAND_TASTE = 0.45;
/** Photo and wording of a listing, liked or not for this query by everybody. */
const PAIR_TASTE = 0.4;
const REVIEWED_TRUST = 20;
/** Keep the tastes of different things apart. */
const SALT = { brand: 31, price: 71, pair: 131 } as const;

/** `P(\mathrm{seen} \mid p) = p^{-0.9}`, p from 1. */
export const examinationProbability = (position: number): number =>
  seenProbability(position, EXAMINATION_EXPONENT);

export const createExamination = (): Float64Array =>
  Float64Array.from({ length: PAGE_SIZE }, (_, column) => examinationProbability(column + 1));

export type ShoppedWorld = {
  readonly catalogue: SearchCatalogue;
  readonly titles: TitleColumns;
  readonly truth: Pick<SearchTruth, "quality">;
};

/** log of the price over what such things usually cost. */
export const dearnessOf = ({ catalogue, titles }: ShoppedWorld, product: number): number =>
  Math.log(
    (catalogue.price[product] as number) / (PRODUCT_TYPES[titles.type[product] as number]?.price ?? 10),
  );

/** Stars over the usual 4, believed the more the more reviews there are. */
function shownRating({ catalogue }: ShoppedWorld, product: number): number {
  const reviews = catalogue.reviews[product] as number;
  return reviews === 0
    ? 0
    : (((catalogue.rating[product] as number) - 4) * reviews) / (reviews + REVIEWED_TRUST);
}

/** What everybody thinks of a listing for a query, in logits: grade, stars, and the luck of its photo and wording. */
export function appealOf(world: ShoppedWorld, query: number, product: number, grade: number): number {
  return (
    (GRADE_LOGITS[grade] as number) +
    RATING_WEIGHT * shownRating(world, product) +
    PAIR_TASTE * tasteOf(query + SALT.pair, product)
  );
}

/** How much a person minds prices: 1 on average, never negative. */
export const thriftOf = (person: number): number => 1 + 0.4 * tasteOf(person, SALT.price);

/** What a person makes of it: `\sigma(\mathrm{appeal} - 0.5\,s \ln(\mathrm{price}/\mathrm{usual}) + \mathrm{taste\ for\ the\ brand})`, s the thrift. */
export const attractionTo = (
  person: number,
  thrift: number,
  appeal: number,
  dearness: number,
  brand: number,
): number =>
  sigmoid(appeal - PRICE_WEIGHT * thrift * dearness + BRAND_TASTE * tasteOf(person + SALT.brand, brand));

/** `P(\mathrm{click} \mid \mathrm{seen})` of a product for a query and a person, given its grade. */
export function attractiveness(
  world: ShoppedWorld,
  query: number,
  product: number,
  grade: number,
  person: number,
): number {
  const appeal = appealOf(world, query, product, grade);
  const brand = world.catalogue.brand[product] as number;
  return attractionTo(person, thriftOf(person), appeal, dearnessOf(world, product), brand);
}

/** Clicks on the first `shown` columns under the position-based model; `attractions[column]`, writes into `clicked`. */
export function clickByPosition(
  attractions: ArrayLike<number>,
  shown: number,
  examination: Float64Array,
  clicked: Uint8Array,
  random: Random,
) {
  for (let column = 0; column < shown; column++) {
    const isSeen = random.next() < (examination[column] as number);
    clicked[column] = Number(isSeen && random.next() < (attractions[column] as number));
  }
}

/** The same under the cascade model: at most one click, `P(\mathrm{click\ at\ } k) = r_k \prod_{j<k} (1 - r_j)`. */
export function clickByCascade(
  attractions: ArrayLike<number>,
  shown: number,
  clicked: Uint8Array,
  random: Random,
) {
  clicked.fill(0);
  for (let column = 0; column < shown; column++) {
    if (random.next() >= (attractions[column] as number)) continue;
    clicked[column] = 1;
    return;
  }
}

const CART_LOGIT = -4.2;
const CART_PER_GRADE = 0.5;
const CART_PER_QUALITY = 0.4;
const BOUGHT_SHARE = 0.45;

/**
 * What becomes of a clicked product. `P(\mathrm{cart} \mid \mathrm{click}) = \sigma(-4.2 + 0.5\,\mathrm{grade} +
 * 0.4\,\mathrm{quality} - 0.5 \ln(\mathrm{price}/\mathrm{usual}))`; bought with 0.45 once it is there.
 */
export function outcomeOfClick(world: ShoppedWorld, product: number, grade: number, random: Random): number {
  const quality = world.truth.quality[product] as number;
  const logit =
    CART_LOGIT +
    CART_PER_GRADE * grade +
    CART_PER_QUALITY * quality -
    PRICE_WEIGHT * dearnessOf(world, product);
  if (random.next() >= sigmoid(logit)) return CLICKED;
  return random.next() < BOUGHT_SHARE ? PURCHASED : CARTED;
}
