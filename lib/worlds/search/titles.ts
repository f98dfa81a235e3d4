/**
 * Titles of listings, computed from a row's columns when they are needed: 200,000 titles store no text. Sellers differ in what
 * they tell, in which order, in the word they use for a thing and in spelling; some stuff a title with words that others search.
 */
import { brandName, modelNumber } from "./names";
import { AMERICAN_PHRASES, BRITISH_PHRASES, type Phrases, toTitleCase, wordChoice } from "./phrases";
import { RECIPIENTS, RECIPIENTS_OF_TYPE } from "./recipients";
import { MENTION, type TitleColumns } from "./types";
import { CATEGORIES, PRODUCT_TYPES } from "./vocabulary";

const FILLERS = [
  "Premium Quality",
  "New Design",
  "Easy to Clean",
  "Space Saving",
  "Modern Style",
  "Heavy Duty",
  "Eco Friendly",
  "for Indoor and Outdoor Use",
  "for Home and Office",
  "Great for Travel",
  "Everyday Essential",
  "Limited Edition",
  "Fast Delivery",
  "Compact and Practical",
  "Two Year Warranty",
  "Hand Finished",
] as const;

/** Places of the random bits of `wording`. */
export const WORDING = {
  layout: 0,
  colour: 2,
  material: 4,
  size: 6,
  audience: 8,
  plural: 10,
  filler: 12,
  accessory: 16,
  gift: 18,
  stuffing: 24,
} as const;
const ORNAMENTS = [" - ", ", ", " | ", ", "] as const;

/** Accessories whose title says what they are for: three in four. */
export const namesMainProduct = (wording: number): boolean => ((wording >>> WORDING.accessory) & 3) !== 0;

/** The recipient that the title names, or -1. Stuffed titles name anybody. */
export function giftRecipientOf({ type, mentions, wording }: TitleColumns, product: number): number {
  const bits = mentions[product] as number;
  if (!(bits & MENTION.gift)) return -1;
  const roll = (wording[product] as number) >>> WORDING.gift;
  if (bits & MENTION.stuffed) return roll % RECIPIENTS.length;
  const suited = RECIPIENTS_OF_TYPE.get(type[product] as number);
  return suited ? (suited[roll % suited.length] as number) : -1;
}

type Parts = {
  name: string;
  brand: string;
  model: string;
  audience: string;
  colour: string;
  material: string;
  size: string;
  feature: string;
};

/** What the title says of each thing; empty when it is not told. */
function partsOf(titles: TitleColumns, product: number, phrases: Phrases): Parts {
  const type = titles.type[product] as number;
  const bits = titles.mentions[product] as number;
  const wording = titles.wording[product] as number;
  const word = (bit: number, words: readonly string[] | undefined, shift: number) =>
    bits & bit && words ? (words[wordChoice(wording >>> shift, words.length)] ?? "") : "";
  const isPlural = ((wording >>> WORDING.plural) & 3) === 0;
  const names = (isPlural ? phrases.plurals : phrases.names)[type];
  return {
    name: names?.[titles.nameVariant[product] as number] ?? "",
    brand: bits & MENTION.brand ? brandName(titles.brand[product] as number) : "",
    model: bits & MENTION.model ? modelNumber(titles.model[product] as number) : "",
    audience: word(MENTION.audience, phrases.audiences[titles.audience[product] as number], WORDING.audience),
    colour: word(MENTION.colour, phrases.colours[titles.colour[product] as number], WORDING.colour),
    material: word(MENTION.material, phrases.materials[titles.material[product] as number], WORDING.material),
    size: word(MENTION.size, phrases.sizes[type]?.[titles.sizeValue[product] as number], WORDING.size),
    feature:
      bits & MENTION.feature ? (phrases.features[type]?.[titles.feature[product] as number] ?? "") : "",
  };
}

const join = (parts: readonly string[], separator: string) =>
  parts.filter((part) => part !== "").join(separator);

/** Four orders in which sellers put things. */
function arrange(parts: Parts, layout: number): string {
  const { name, brand, model, audience, colour, material, size, feature } = parts;
  const ornament = ORNAMENTS[layout] as string;
  if (layout === 0)
    return join([join([brand, model, audience, colour, material, feature, name], " "), size], ornament);
  if (layout === 1)
    return join([join([brand, audience, feature, name, model], " "), material, colour, size], ornament);
  if (layout === 2)
    return join(
      [join([size, feature, material, name, audience], " "), colour, join([brand, model], " ")],
      ornament,
    );
  return join(
    [join([brand, feature, material, name, audience], " "), join([size, colour], " "), model],
    ornament,
  );
}

/** Words that a stuffing seller adds: all names of the type and its kin, the shelf. */
function stuffingOf(type: number, phrases: Phrases): string {
  const kin = PRODUCT_TYPES[type]?.kin ?? [];
  const category = CATEGORIES[PRODUCT_TYPES[type]?.category ?? 0]?.name ?? "";
  return join(
    [
      ...(phrases.names[type] ?? []),
      ...kin.flatMap((other) => phrases.names[other] ?? []),
      toTitleCase(category.toLowerCase()),
    ],
    " ",
  );
}
const STUFFING = PRODUCT_TYPES.map((_, type) => stuffingOf(type, BRITISH_PHRASES));

/** What follows the description: what it fits, whom to give it to, praise, stuffing. */
function extrasOf(titles: TitleColumns, product: number, phrases: Phrases): string {
  const type = titles.type[product] as number;
  const bits = titles.mentions[product] as number;
  const wording = titles.wording[product] as number;
  const mains = PRODUCT_TYPES[type]?.accessoryOf ?? [];
  const main = mains[(wording >>> (WORDING.accessory + 2)) % Math.max(1, mains.length)];
  const recipient = RECIPIENTS[giftRecipientOf(titles, product)];
  return join(
    [
      main !== undefined && namesMainProduct(wording) ? `for ${phrases.names[main]?.[0] ?? ""}` : "",
      recipient ? `Gift for ${toTitleCase(recipient.words[0] ?? "")}` : "",
      bits & MENTION.filler ? (FILLERS[(wording >>> WORDING.filler) & 15] as string) : "",
      bits & MENTION.stuffed ? (STUFFING[type] as string) : "",
    ],
    " ",
  );
}

/** The title of a listing. The same row gives the same title, in worlds of every size. */
export function productTitle(titles: TitleColumns, product: number): string {
  const phrases =
    (titles.mentions[product] as number) & MENTION.american ? AMERICAN_PHRASES : BRITISH_PHRASES;
  const layout = ((titles.wording[product] as number) >>> WORDING.layout) & 3;
  return join([arrange(partsOf(titles, product, phrases), layout), extrasOf(titles, product, phrases)], " ");
}
