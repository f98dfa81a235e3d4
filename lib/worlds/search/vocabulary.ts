/**
 * The words of the search world, parsed once: departments, categories, product types and their relations. An index into
 * PRODUCT_TYPES or CATEGORIES is the id everywhere.
 */
import { AUDIENCE_SCHEMES, isSizeScheme, MATERIALS, type SizeScheme } from "./attributes";
import { MORE_PRODUCT_LINES } from "./more-product-lines";
import { PRODUCT_LINES } from "./product-lines";

export type ProductType = {
  readonly category: number;
  /** The first is the commonest; the others mean the same. */
  readonly names: readonly string[];
  /** Pounds. */
  readonly price: number;
  readonly hasColour: boolean;
  /** Share of supply and of searches, relative to the other types. */
  readonly demand: number;
  readonly features: readonly string[];
  /** Indices into MATERIALS. */
  readonly materials: readonly number[];
  readonly sizes: SizeScheme | null;
  /** Weights by index into AUDIENCES. */
  readonly audiences: readonly number[];
  /** Types that may be bought in place of this one. */
  readonly kin: readonly number[];
  /** Types that this one is an accessory or part of. */
  readonly accessoryOf: readonly number[];
};
export type Category = { readonly name: string; readonly department: string };

type Line = { category: number; fields: string[] };

function parseLines(text: string): { categories: Category[]; lines: Line[] } {
  const categories: Category[] = [];
  const lines: Line[] = [];
  for (const line of text.trim().split("\n")) {
    if (line.startsWith("#")) {
      const [department = "", name = ""] = line.slice(1).split(">");
      categories.push({ name: name.trim(), department: department.trim() });
    } else
      lines.push({ category: categories.length - 1, fields: line.split(";").map((field) => field.trim()) });
  }
  return { categories, lines };
}

const { categories, lines } = parseLines(`${PRODUCT_LINES.trim()}\n${MORE_PRODUCT_LINES.trim()}`);
const listOf = (field = "") => (field === "" ? [] : field.split(",").map((entry) => entry.trim()));
const typeNumbers = new Map(lines.map(({ fields }, type) => [listOf(fields[0])[0] ?? "", type]));
const materialNumbers = new Map(MATERIALS.map(({ words }, material) => [words[0] ?? "", material]));

function numberOf(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`The vocabulary of the search world does not know "${name}".`);
  return number;
}

const relationsOf = (field: string | undefined, word: "for" | "like") =>
  listOf(field)
    .filter((relation) => relation.startsWith(`${word} `))
    .map((relation) => numberOf(typeNumbers, relation.slice(word.length + 1)));

function parseType({ category, fields }: Line): ProductType {
  const [names, price = "0", demand, features, materials, sizes = "", audience = "", relations] = fields;
  const audiences = AUDIENCE_SCHEMES[audience];
  if (!audiences || (sizes !== "" && !isSizeScheme(sizes)))
    throw new Error(`The vocabulary of the search world has no scheme "${sizes}" or "${audience}".`);
  return {
    category,
    names: listOf(names),
    price: Number.parseFloat(price),
    hasColour: price.endsWith("c"),
    demand: Number(demand),
    features: listOf(features),
    materials: listOf(materials).map((material) => numberOf(materialNumbers, material)),
    sizes: sizes === "" ? null : (sizes as SizeScheme),
    audiences,
    kin: relationsOf(relations, "like"),
    accessoryOf: relationsOf(relations, "for"),
  };
}

/** The category tree: two levels above the product types. */
export const CATEGORIES: readonly Category[] = categories;
export const PRODUCT_TYPES: readonly ProductType[] = lines.map(parseType).map((type, index, all) => ({
  ...type,
  // "Like" holds both ways, whichever of the two lines says it.
  kin: all.flatMap((other, kin) => (type.kin.includes(kin) || other.kin.includes(index) ? [kin] : [])),
}));

/** Categories of the same department, by category. */
export const NEIGHBOUR_CATEGORIES: readonly (readonly number[])[] = CATEGORIES.map(({ department }) =>
  CATEGORIES.flatMap((other, category) => (other.department === department ? [category] : [])),
);
/** Types of each category. */
export const TYPES_OF_CATEGORY: readonly (readonly number[])[] = CATEGORIES.map((_, category) =>
  PRODUCT_TYPES.flatMap((type, index) => (type.category === category ? [index] : [])),
);
/** Accessories and parts of each type. */
export const ACCESSORIES: readonly (readonly number[])[] = PRODUCT_TYPES.map((_, main) =>
  PRODUCT_TYPES.flatMap((type, index) => (type.accessoryOf.includes(main) ? [index] : [])),
);

/** The number of the type with this commonest name; throws when there is none. */
export const typeNamed = (name: string): number => numberOf(typeNumbers, name);
