/**
 * Fills the rows of the catalogue one after the other from one stream. A row depends on earlier rows only, never on how many
 * come after, so that a small world holds the first rows of a large one.
 */
import type { Random } from "@/lib/random";
import { drawFrom } from "../sampling";
import { describeProduct } from "./descriptions";
import { type BrandTraits, createBrands, createSellers, type SellerTraits } from "./traits";
import { MENTION, type SearchCatalogue, type SearchTruth, type TitleColumns } from "./types";
import { NEIGHBOUR_CATEGORIES, PRODUCT_TYPES } from "./vocabulary";

const DUPLICATE_SHARE = 0.12;
const SHARED_PHOTO_SHARE = 0.85;
const MISFILED_SHARE = 0.03;
const OUT_OF_STOCK_SHARE = 0.05;
/** Share of listings that come while the log runs. */
const NEW_SHARE = 0.08;
const OLDEST_LISTING_DAYS = 900;
const SALES_WINDOW_DAYS = 90;
/** Sales fall with price^0.35 across types: more phone cases than phones are sold. */
const CHEAP_SALES = 0.35;
const USUAL_PRICE = 40;
const ROWS_PER_YIELD = 10_000;
/** Chance that a careful seller names each thing in the title; multiplied by the seller's care. */
const MENTION_CHANCES = [
  [MENTION.brand, 1.05],
  [MENTION.model, 0.85],
  [MENTION.colour, 0.95],
  [MENTION.material, 0.8],
  [MENTION.size, 1],
  [MENTION.audience, 1.1],
  [MENTION.feature, 0.95],
  [MENTION.filler, 0.7],
  [MENTION.gift, 0.1],
] as const;
const STUFFED_GIFT_SHARE = 0.4;

type Shop = {
  readonly catalogue: SearchCatalogue;
  readonly titles: TitleColumns;
  readonly truth: CatalogueTruth;
  readonly brands: BrandTraits;
  readonly sellers: SellerTraits;
  readonly days: number;
};
export type CatalogueTruth = Pick<SearchTruth, "group" | "quality">;

function emptyShop(size: number, days: number, random: Random): Shop {
  return {
    catalogue: {
      size,
      category: new Uint8Array(size),
      brand: new Uint16Array(size),
      seller: new Uint16Array(size),
      price: new Float32Array(size),
      rating: new Float32Array(size),
      reviews: new Int32Array(size),
      stock: new Uint16Array(size),
      listedDay: new Float32Array(size),
      photo: new Int32Array(size),
      salesBefore: new Int32Array(size),
    },
    titles: {
      size,
      type: new Uint16Array(size),
      brand: new Uint16Array(size),
      colour: new Uint8Array(size),
      material: new Uint8Array(size),
      sizeValue: new Uint8Array(size),
      audience: new Uint8Array(size),
      feature: new Uint8Array(size),
      model: new Uint32Array(size),
      nameVariant: new Uint8Array(size),
      mentions: new Uint16Array(size),
      wording: new Uint32Array(size),
    },
    truth: { group: new Int32Array(size), quality: new Float32Array(size) },
    brands: createBrands(random.fork("brands")),
    sellers: createSellers(random.fork("sellers")),
    days,
  };
}

/** Yields the finished share; returns what shoppers see and what only the simulator may know. */
export function* createCatalogue(
  size: number,
  days: number,
  random: Random,
): Generator<number, Pick<Shop, "catalogue" | "titles" | "truth">> {
  const shop = emptyShop(size, days, random);
  const rows = random.fork("rows");
  for (let row = 0; row < size; row++) {
    if (row % ROWS_PER_YIELD === 0) yield row / size;
    const original = rows.next() < DUPLICATE_SHARE && row > 0 ? rows.integer(row) : row;
    if (original === row) fillProduct(shop, row, rows);
    else copyProduct(shop, row, shop.truth.group[original] as number, rows);
    fillListing(shop, row, rows);
    wordTitle(shop, row, rows);
  }
  return { catalogue: shop.catalogue, titles: shop.titles, truth: shop.truth };
}

/** Pounds as shops write them: 18.99 or, under ten, to the penny. */
const roundPrice = (price: number) =>
  price < 10 ? Math.max(0.99, Math.round(price * 100) / 100) : Math.floor(price) + 0.99;

/** A product of its own: what it is, how good it is, what it costs. */
function fillProduct({ catalogue, titles, truth, brands }: Shop, row: number, random: Random) {
  const type = describeProduct(titles, row, random);
  const brand = titles.brand[row] as number;
  const quality = 0.6 * (brands.quality[brand] as number) + 0.8 * random.normal();
  truth.group[row] = row;
  truth.quality[row] = quality;
  catalogue.photo[row] = row;
  const typical = PRODUCT_TYPES[type]?.price ?? 10;
  catalogue.price[row] = roundPrice(
    typical * Math.exp((brands.logPrice[brand] as number) + 0.1 * quality + 0.3 * random.normal()),
  );
}

/** Another seller's listing of the product of row `original`. */
function copyProduct({ catalogue, titles, truth }: Shop, row: number, original: number, random: Random) {
  const { size: _, nameVariant: __, mentions: ___, wording: ____, ...same } = titles;
  for (const column of Object.values(same)) column[row] = column[original] as number;
  truth.group[row] = original;
  truth.quality[row] = truth.quality[original] as number;
  catalogue.photo[row] = random.next() < SHARED_PHOTO_SHARE ? (catalogue.photo[original] as number) : row;
  catalogue.price[row] = roundPrice((catalogue.price[original] as number) * Math.exp(0.08 * random.normal()));
}

/** What every listing has: seller, shelf, age, sales, reviews, stock. */
function fillListing({ catalogue, titles, truth, sellers, days }: Shop, row: number, random: Random) {
  const type = PRODUCT_TYPES[titles.type[row] as number];
  const home = type?.category ?? 0;
  const neighbours = NEIGHBOUR_CATEGORIES[home] ?? [home];
  catalogue.category[row] =
    random.next() < MISFILED_SHARE ? (neighbours[random.integer(neighbours.length)] ?? home) : home;
  catalogue.brand[row] = titles.brand[row] as number;
  catalogue.seller[row] = drawFrom(sellers.sums, random);
  const isNew = random.next() < NEW_SHARE;
  const age = random.next();
  catalogue.listedDay[row] = isNew ? age * days : -OLDEST_LISTING_DAYS * age * age;
  const quality = truth.quality[row] as number;
  const dearness = Math.log((catalogue.price[row] as number) / (type?.price ?? 10));
  const cheapness = CHEAP_SALES * Math.log(USUAL_PRICE / (catalogue.price[row] as number));
  const perWindow = 14 * Math.exp(0.35 * quality - 0.5 * dearness + cheapness + 1.2 * random.normal());
  const window = isNew ? 0 : Math.min(1, -(catalogue.listedDay[row] as number) / SALES_WINDOW_DAYS);
  catalogue.salesBefore[row] = Math.round(perWindow * window);
  const soldInAll = isNew ? 0 : (perWindow * -(catalogue.listedDay[row] as number)) / SALES_WINDOW_DAYS;
  const reviews = Math.floor(soldInAll * 0.2 * random.next());
  catalogue.reviews[row] = reviews;
  const mean = 4 + 0.35 * quality + (0.8 / Math.sqrt(reviews + 1)) * random.normal();
  catalogue.rating[row] = reviews === 0 ? 0 : Math.round(10 * Math.min(5, Math.max(1, mean))) / 10;
  catalogue.stock[row] =
    random.next() < OUT_OF_STOCK_SHARE ? 0 : Math.ceil(-40 * Math.log(1 - random.next()));
}

/** How the seller words the title: which name, what is told, in which order. */
function wordTitle({ catalogue, titles, sellers }: Shop, row: number, random: Random) {
  const seller = catalogue.seller[row] as number;
  const names = PRODUCT_TYPES[titles.type[row] as number]?.names.length ?? 1;
  titles.nameVariant[row] = random.next() < 0.6 ? 0 : random.integer(names);
  titles.wording[row] = random.integer(0x1_0000_0000);
  let mentions = sellers.isAmerican[seller] ? MENTION.american : 0;
  for (const [bit, chance] of MENTION_CHANCES)
    if (random.next() < chance * (sellers.care[seller] as number)) mentions |= bit;
  if (sellers.isStuffing[seller])
    mentions |= MENTION.stuffed | (random.next() < STUFFED_GIFT_SHARE ? MENTION.gift : 0);
  titles.mentions[row] = mentions;
}
