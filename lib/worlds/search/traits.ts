/** Habits behind the listings: how dear and how good a brand is, and how each seller writes titles. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom, zipfWeights } from "../sampling";
import { BRAND_COUNT, BRANDS_PER_CATEGORY, SELLER_COUNT } from "./names";
import { NEIGHBOUR_CATEGORIES } from "./vocabulary";

/** Chance that a product is by a brand at home in its category; else by one of the same department. */
const HOME_BRAND_SHARE = 0.8;
const STUFFING_SELLERS = 0.07;
const AMERICAN_SELLERS = 0.3;

export type BrandTraits = { readonly logPrice: Float32Array; readonly quality: Float32Array };
export type SellerTraits = {
  readonly isStuffing: Uint8Array;
  readonly isAmerican: Uint8Array;
  /** 0 to 1: how much of a product the seller's titles tell. */
  readonly care: Float32Array;
  /** Running sums of the sellers' sizes. */
  readonly sums: Float64Array;
};

/** Dear brands are a little better. */
export function createBrands(random: Random): BrandTraits {
  const logPrice = new Float32Array(BRAND_COUNT);
  const quality = new Float32Array(BRAND_COUNT);
  for (let brand = 0; brand < BRAND_COUNT; brand++) {
    const tier = random.normal();
    logPrice[brand] = 0.3 * tier;
    quality[brand] = 0.4 * tier + 0.6 * random.normal();
  }
  return { logPrice, quality };
}

export function createSellers(random: Random): SellerTraits {
  const traits = {
    isStuffing: new Uint8Array(SELLER_COUNT),
    isAmerican: new Uint8Array(SELLER_COUNT),
    care: new Float32Array(SELLER_COUNT),
    sums: cumulative(zipfWeights(SELLER_COUNT, 0.9, 10)),
  };
  for (let seller = 0; seller < SELLER_COUNT; seller++) {
    traits.isStuffing[seller] = Number(random.next() < STUFFING_SELLERS);
    traits.isAmerican[seller] = Number(random.next() < AMERICAN_SELLERS);
    traits.care[seller] = 0.5 + 0.5 * random.next();
  }
  return traits;
}

const brandSums = cumulative(zipfWeights(BRANDS_PER_CATEGORY, 0.8, 2));

/** A brand for a product of `category`: within each home, sizes are Zipf. */
export function drawBrand(category: number, random: Random): number {
  const neighbours = NEIGHBOUR_CATEGORIES[category] ?? [category];
  const home =
    random.next() < HOME_BRAND_SHARE ? category : (neighbours[random.integer(neighbours.length)] ?? 0);
  return home * BRANDS_PER_CATEGORY + drawFrom(brandSums, random);
}
