/**
 * Invented names: brands, sellers, model numbers, all computed from numbers. A brand is three syllables at most and no word of
 * any language that the vocabulary knows, so that nothing but its letters tells what it is.
 */
import { CATEGORIES } from "./vocabulary";

/** Brands whose home is one category. */
export const BRANDS_PER_CATEGORY = 24;
export const BRAND_COUNT = CATEGORIES.length * BRANDS_PER_CATEGORY;
export const SELLER_COUNT = 3_000;

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "j",
  "k",
  "kl",
  "l",
  "m",
  "n",
  "p",
  "qu",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
  "y",
  "z",
];
const NUCLEI = ["a", "e", "i", "o", "u", "ae", "ei", "io", "au", "y"];
const CODAS = [
  "l",
  "n",
  "r",
  "x",
  "th",
  "nd",
  "lm",
  "sk",
  "vo",
  "ra",
  "no",
  "ka",
  "dia",
  "tek",
  "mor",
  "len",
  "wyn",
  "qua",
  "zen",
];
const SELLER_FIRST = [
  "North",
  "River",
  "Bright",
  "Corner",
  "Harbour",
  "Maple",
  "Silver",
  "Daily",
  "Prime",
  "Urban",
  "Hill",
  "Lucky",
  "Green",
  "Royal",
  "Swift",
  "Clear",
];
const SELLER_LAST = [
  "Trading",
  "Goods",
  "Outlet",
  "Supply",
  "Market",
  "Direct",
  "Store",
  "Depot",
  "Living",
  "Bazaar",
  "House",
  "Works",
];
const MODEL_LETTERS = "ABCDEFGHKLMNPRSTVXZ";

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A unique name: brand numbers run over all pairs of first halves and endings before any comes again. */
function nameBrand(brand: number): string {
  // 787 is prime to the number of halves (250) and of endings (19): neighbours share neither.
  const mixed = (brand * 787) % (ONSETS.length * NUCLEI.length * CODAS.length);
  const half = Math.floor(mixed / CODAS.length);
  const middle = ["l", "r", "n", "v", "m", "d", "s"];
  return capitalise(
    at(ONSETS, half) +
      at(NUCLEI, Math.floor(half / ONSETS.length)) +
      at(middle, half + brand) +
      at(NUCLEI, half * 3 + 1) +
      at(CODAS, mixed),
  );
}
const BRAND_NAMES = Array.from({ length: BRAND_COUNT }, (_, brand) => nameBrand(brand));

export const brandName = (brand: number): string => BRAND_NAMES[brand] ?? `Brand ${brand}`;

export function sellerName(seller: number): string {
  const pairs = SELLER_FIRST.length * SELLER_LAST.length;
  const pair = (seller * 89) % pairs;
  const round = Math.floor(seller / pairs);
  const name = `${at(SELLER_FIRST, pair)} ${at(SELLER_LAST, Math.floor(pair / SELLER_FIRST.length))}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Two or three letters and three or four digits, as "KX-4520": the same for all listings of a product. */
export function modelNumber(seed: number): string {
  const letter = (shift: number) => MODEL_LETTERS[(seed >>> shift) % MODEL_LETTERS.length];
  const third = seed & 1 ? letter(17) : "";
  const digits = 100 + ((seed >>> 5) % 9_900);
  return `${letter(3)}${letter(11)}${third}-${digits}`;
}
