/**
 * How relevant a product is to what a query means: a grade from 0 to 4, a pure function of intent and product. 4 what was
 * asked for, 3 a substitute that is a little off, 2 the right kind of thing, 1 a relative or an accessory, 0 neither.
 */
import { COLOURS, MATERIALS, suitsAudience } from "./attributes";
import { RECIPIENTS } from "./recipients";
import { QUERY_KINDS, type SearchWorld } from "./types";
import { ACCESSORIES, PRODUCT_TYPES, TYPES_OF_CATEGORY } from "./vocabulary";

/** What a grade depends on; every `SearchWorld` is one. */
export type GradedWorld = {
  readonly catalogue: Pick<SearchWorld["catalogue"], "price" | "size">;
  readonly titles: SearchWorld["titles"];
  readonly truth: Pick<SearchWorld["truth"], "intents" | "group" | "byType">;
};

export const HIGHEST_GRADE = 4;
const NEAR = 0.5;
const OFF = 1;
const NEAR_PRICE = 1.25;
/** Beyond the budget, up to this multiple, a gift is still a good one. */
const STRETCHED_BUDGET = 2;
/** A product of another brand than the one asked for has at most this. */
const OTHER_BRAND_GRADE = 2;

const familyGap = (values: typeof COLOURS, asked: number, has: number): number => {
  if (asked === 0 || asked === has) return 0;
  return values[asked]?.family === values[has]?.family ? NEAR : OFF;
};

const sizeGap = (asked: number, has: number): number => {
  if (asked === 0 || asked === has) return 0;
  return has !== 0 && Math.abs(asked - has) === 1 ? NEAR : OFF;
};

const priceGap = (highest: number, price: number): number => {
  if (highest === 0 || price <= highest) return 0;
  return price <= highest * NEAR_PRICE ? NEAR : OFF;
};

/**
 * `\mathrm{gap} = \sum_a g_a` over colour, material, size, feature and price: 0 as asked or not asked, 0.5 near (same family of
 * colour or material, next size, up to a quarter dearer), 1 off.
 */
export function attributeGap(
  { catalogue, titles, truth: { intents } }: GradedWorld,
  query: number,
  product: number,
): number {
  const feature = intents.feature[query] as number;
  return (
    familyGap(COLOURS, intents.colour[query] as number, titles.colour[product] as number) +
    familyGap(MATERIALS, intents.material[query] as number, titles.material[product] as number) +
    sizeGap(intents.sizeValue[query] as number, titles.sizeValue[product] as number) +
    priceGap(intents.highestPrice[query] as number, catalogue.price[product] as number) +
    (feature === 0 || feature === titles.feature[product] ? 0 : OFF)
  );
}

/** `\max(2, 4 - \lceil \mathrm{gap} \rceil)`: 4 without a gap, 3 up to one attribute off, else 2. */
export const gradeOfGap = (gap: number): number => Math.max(2, HIGHEST_GRADE - Math.ceil(gap));

/** Queries that name a type of product, perhaps with a brand. */
function gradeByType(world: GradedWorld, query: number, product: number): number {
  const { titles, truth } = world;
  const { intents } = truth;
  const asked = intents.type[query] as number;
  const has = titles.type[product] as number;
  const brand = intents.brand[query] as number;
  const isBrand = brand < 0 || brand === titles.brand[product];
  const isSuited = suitsAudience(intents.audience[query] as number, titles.audience[product] as number);
  if (has === asked) {
    if (!isSuited) return 1;
    const grade = gradeOfGap(attributeGap(world, query, product));
    return isBrand ? grade : Math.min(grade, OTHER_BRAND_GRADE);
  }
  if (PRODUCT_TYPES[asked]?.kin.includes(has)) {
    if (!isSuited) return 0;
    return isBrand && kinGap(world, query, product) === 0 ? 2 : 1;
  }
  if (ACCESSORIES[asked]?.includes(has)) return 1;
  const isSameShelf = PRODUCT_TYPES[asked]?.category === PRODUCT_TYPES[has]?.category;
  return brand >= 0 && isBrand && isSameShelf ? 1 : 0;
}

/** Size and feature mean something else in another type: only colour and material are compared. */
function kinGap({ titles, truth: { intents } }: GradedWorld, query: number, product: number): number {
  return (
    familyGap(COLOURS, intents.colour[query] as number, titles.colour[product] as number) +
    familyGap(MATERIALS, intents.material[query] as number, titles.material[product] as number)
  );
}

/** Queries for one product: it, whoever sells it; else what is like it. */
function gradeByModel({ titles, truth }: GradedWorld, query: number, product: number): number {
  const { intents, group } = truth;
  if (group[product] === intents.group[query]) return 4;
  if (titles.type[product] !== intents.type[query]) return 0;
  return titles.brand[product] === intents.brand[query] ? 2 : 1;
}

/** Queries for a shelf: its products, less its accessories. */
function gradeByCategory(world: GradedWorld, query: number, product: number): number {
  const { titles, truth } = world;
  const type = PRODUCT_TYPES[titles.type[product] as number];
  if (!type || type.category !== truth.intents.category[query]) return 0;
  const isSuited = suitsAudience(truth.intents.audience[query] as number, titles.audience[product] as number);
  if (!isSuited) return 1;
  const gap = attributeGap(world, query, product);
  if (type.accessoryOf.length > 0) return gap === 0 ? 2 : 1;
  return gradeOfGap(gap);
}

/** Queries for a gift: what suits the person, within the budget; then what may be bought in place of it. */
function gradeByRecipient({ catalogue, titles, truth }: GradedWorld, query: number, product: number): number {
  const recipient = RECIPIENTS[truth.intents.recipient[query] as number];
  if (!recipient) return 0;
  const type = titles.type[product] as number;
  const price = catalogue.price[product] as number;
  if (recipient.types.includes(type)) {
    if (price <= recipient.budget) return 4;
    return price <= recipient.budget * STRETCHED_BUDGET ? 3 : 2;
  }
  const isKin = recipient.types.some((suited) => PRODUCT_TYPES[suited]?.kin.includes(type));
  return isKin && price <= recipient.budget ? 1 : 0;
}

/** The grade, 0 to 4, of any pair. */
export function gradeOf(world: GradedWorld, query: number, product: number): number {
  const { intents } = world.truth;
  switch (QUERY_KINDS[intents.kind[query] as number]) {
    case "model":
      return gradeByModel(world, query, product);
    case "category":
      return gradeByCategory(world, query, product);
    case "gift":
      return gradeByRecipient(world, query, product);
    case "brand":
      if ((intents.type[query] as number) < 0)
        return world.titles.brand[product] === intents.brand[query] ? HIGHEST_GRADE : 0;
      return gradeByType(world, query, product);
    default:
      return gradeByType(world, query, product);
  }
}

/** Types outside which no product has a grade above 0; null when any type can. */
function relevantTypes({ truth: { intents } }: GradedWorld, query: number): readonly number[] | null {
  const type = intents.type[query] as number;
  const kind = QUERY_KINDS[intents.kind[query] as number];
  if (kind === "gift") {
    const suited = RECIPIENTS[intents.recipient[query] as number]?.types ?? [];
    return [...new Set(suited.flatMap((type) => [type, ...(PRODUCT_TYPES[type]?.kin ?? [])]))];
  }
  if (kind === "category") return TYPES_OF_CATEGORY[intents.category[query] as number] ?? [];
  if (kind === "model") return [type];
  if (type < 0) return null;
  const shelf = kind === "brand" ? TYPES_OF_CATEGORY[PRODUCT_TYPES[type]?.category ?? 0] : [];
  return [
    ...new Set([type, ...(PRODUCT_TYPES[type]?.kin ?? []), ...(ACCESSORIES[type] ?? []), ...(shelf ?? [])]),
  ];
}

export type RelevantProducts = { readonly products: Int32Array; readonly grades: Uint8Array };

/** All products with a grade of at least `lowest`, by looking only at the types that can have one. */
export function relevantProducts(world: GradedWorld, query: number, lowest = 1): RelevantProducts {
  const types = relevantTypes(world, query);
  const { starts, order } = world.truth.byType;
  const products: number[] = [];
  const grades: number[] = [];
  const look = (product: number) => {
    const grade = gradeOf(world, query, product);
    if (grade < lowest) return;
    products.push(product);
    grades.push(grade);
  };
  if (types === null) for (let product = 0; product < world.catalogue.size; product++) look(product);
  else
    for (const type of types)
      for (let at = starts[type] as number; at < (starts[type + 1] as number); at++)
        look(order[at] as number);
  return { products: Int32Array.from(products), grades: Uint8Array.from(grades) };
}
