/**
 * What people look for: a product type with some attributes, a brand, one product by its model number, a shelf, or a gift.
 * The less is said, the more often it is searched.
 */
import type { Random } from "@/lib/random";
import { drawAudience, drawColour, drawFeature, drawMaterial, drawSize, drawType } from "./descriptions";
import { RECIPIENTS } from "./recipients";
import type { QUERY_KINDS, SearchCatalogue, SearchTruth, TitleColumns } from "./types";
import { CATEGORIES, PRODUCT_TYPES, type ProductType } from "./vocabulary";

export type QueryKind = (typeof QUERY_KINDS)[number];
/** One row of `SearchIntents`, before it has a text. */
export type Intent = {
  readonly kind: QueryKind;
  readonly type: number;
  readonly nameVariant: number;
  readonly category: number;
  readonly brand: number;
  readonly group: number;
  readonly recipient: number;
  readonly colour: number;
  readonly material: number;
  readonly sizeValue: number;
  readonly audience: number;
  readonly feature: number;
  /** Pounds; 0 when not said. */
  readonly highestPrice: number;
};
export type IntentSource = {
  readonly catalogue: Pick<SearchCatalogue, "salesBefore" | "size">;
  readonly titles: TitleColumns;
  readonly truth: Pick<SearchTruth, "group">;
};

/** Shares of the kinds among drawn queries; shelves and gifts have few texts and are drawn again and again. */
const KIND_SUMS = [
  ["type", 0.7],
  ["brand", 0.81],
  ["model", 0.92],
  ["category", 0.96],
  ["gift", 1],
] as const;
/** Running shares of 0, 1, 2, 3 attributes said; the rest say 4. */
const ATTRIBUTE_SUMS = [0.12, 0.45, 0.78, 0.94];
const FIRST_NAME_SHARE = 0.5;
const PRICED_SHARE = 0.1;
const BRAND_ALONE_SHARE = 0.3;
/** A product that is searched by its number is the best seller of this many. */
const MODEL_CHOICES = 8;

const NOTHING_SAID = {
  type: -1,
  nameVariant: 0,
  category: -1,
  brand: -1,
  group: -1,
  recipient: -1,
  colour: 0,
  material: 0,
  sizeValue: 0,
  audience: 0,
  feature: 0,
  highestPrice: 0,
} as const;

const drawName = (type: number, random: Random): number =>
  random.next() < FIRST_NAME_SHARE ? 0 : random.integer(PRODUCT_TYPES[type]?.names.length ?? 1);

type Attributes = Pick<Intent, "colour" | "material" | "sizeValue" | "audience" | "feature">;

/** `count` attributes that the type has, in random order; fewer when it has fewer. */
function drawAttributes(type: number, count: number, random: Random): Partial<Attributes> {
  const product = PRODUCT_TYPES[type] as ProductType;
  const all: Attributes = {
    colour: drawColour(product, random),
    material: drawMaterial(product, random),
    sizeValue: drawSize(product, random),
    audience: drawAudience(type, random),
    feature: drawFeature(product, random),
  };
  const names = (Object.keys(all) as (keyof Attributes)[]).filter((name) => all[name] > 0);
  const chosen: { -readonly [Name in keyof Attributes]?: number } = {};
  for (let left = Math.min(count, names.length); left > 0; left--) {
    const [name] = names.splice(random.integer(names.length), 1);
    if (name) chosen[name] = all[name];
  }
  return chosen;
}

/** A round number of pounds about the usual price of the type, or 0 for no limit. */
function drawHighestPrice(type: number, random: Random): number {
  if (random.next() >= PRICED_SHARE) return 0;
  const price = (PRODUCT_TYPES[type]?.price ?? 10) * (0.6 + 0.5 * random.next());
  const unit = 10 ** Math.floor(Math.log10(price)) / 2;
  return Math.max(1, Math.round(price / unit)) * unit;
}

function drawByType(random: Random): Intent {
  const type = drawType(random);
  const roll = random.next();
  const count = ATTRIBUTE_SUMS.filter((sum) => sum <= roll).length;
  return {
    ...NOTHING_SAID,
    kind: "type",
    type,
    nameVariant: drawName(type, random),
    ...drawAttributes(type, count, random),
    highestPrice: drawHighestPrice(type, random),
  };
}

function drawByBrand({ titles }: IntentSource, random: Random): Intent {
  const product = random.integer(titles.size);
  const brand = titles.brand[product] as number;
  if (random.next() < BRAND_ALONE_SHARE) return { ...NOTHING_SAID, kind: "brand", brand };
  const type = titles.type[product] as number;
  const attributes = random.next() < 0.4 ? drawAttributes(type, 1, random) : {};
  return { ...NOTHING_SAID, kind: "brand", brand, type, nameVariant: drawName(type, random), ...attributes };
}

function drawByModel({ catalogue, titles, truth }: IntentSource, random: Random): Intent {
  let best = random.integer(catalogue.size);
  for (let choice = 1; choice < MODEL_CHOICES; choice++) {
    const other = random.integer(catalogue.size);
    if ((catalogue.salesBefore[other] as number) > (catalogue.salesBefore[best] as number)) best = other;
  }
  const type = titles.type[best] as number;
  const brand = titles.brand[best] as number;
  return {
    ...NOTHING_SAID,
    kind: "model",
    type,
    nameVariant: drawName(type, random),
    brand,
    group: truth.group[best] as number,
  };
}

export function drawIntent(source: IntentSource, random: Random): Intent {
  const roll = random.next();
  const [kind] = KIND_SUMS.find(([, sum]) => roll < sum) ?? KIND_SUMS[0];
  switch (kind) {
    case "brand":
      return drawByBrand(source, random);
    case "model":
      return drawByModel(source, random);
    case "category":
      return { ...NOTHING_SAID, kind, category: random.integer(CATEGORIES.length) };
    case "gift":
      return { ...NOTHING_SAID, kind, recipient: random.integer(RECIPIENTS.length) };
    default:
      return drawByType(random);
  }
}

/** The intent as text, without the word chosen for it: queries that mean the same have the same key. */
export const intentKey = ({ nameVariant: _, ...meaning }: Intent): string => Object.values(meaning).join("/");

/** How many attributes and brands narrow the intent down. */
export const specificity = ({
  colour,
  material,
  sizeValue,
  audience,
  feature,
  highestPrice,
  brand,
  type,
}: Intent): number =>
  [colour, material, sizeValue, audience, feature, highestPrice].filter((value) => value > 0).length +
  (brand >= 0 && type >= 0 ? 1 : 0);
