/** What a product is: type, brand, colour, material, size, audience, feature and model number. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import { COLOUR_WEIGHTS, SIZE_SCHEMES } from "./attributes";
import { drawBrand } from "./traits";
import type { TitleColumns } from "./types";
import { PRODUCT_TYPES, type ProductType } from "./vocabulary";

const FEATURE_SHARE = 0.8;
/** The first material of a type is the commonest. */
const FIRST_MATERIAL_SHARE = 0.35;

const typeSums = cumulative(PRODUCT_TYPES.map(({ demand }) => demand));
const colourSums = cumulative(COLOUR_WEIGHTS);
const audienceSums = PRODUCT_TYPES.map(({ audiences }) => cumulative(audiences));

export const drawType = (random: Random): number => drawFrom(typeSums, random);

export const drawColour = ({ hasColour }: ProductType, random: Random): number =>
  hasColour ? 1 + drawFrom(colourSums, random) : 0;

export function drawMaterial({ materials }: ProductType, random: Random): number {
  if (materials.length === 0) return 0;
  const place = random.next() < FIRST_MATERIAL_SHARE ? 0 : random.integer(materials.length);
  return materials[place] as number;
}

export const drawSize = ({ sizes }: ProductType, random: Random): number =>
  sizes ? 1 + random.integer((SIZE_SCHEMES[sizes] ?? []).length) : 0;

export const drawAudience = (type: number, random: Random): number =>
  drawFrom(audienceSums[type] ?? cumulative([1]), random);

export const drawFeature = ({ features }: ProductType, random: Random): number =>
  features.length > 0 && random.next() < FEATURE_SHARE ? 1 + random.integer(features.length) : 0;

/** Fills row `row` with a product that was not there before; returns its type. */
export function describeProduct(titles: TitleColumns, row: number, random: Random): number {
  const number = drawType(random);
  const type = PRODUCT_TYPES[number] as ProductType;
  titles.type[row] = number;
  titles.brand[row] = drawBrand(type.category, random);
  titles.colour[row] = drawColour(type, random);
  titles.material[row] = drawMaterial(type, random);
  titles.sizeValue[row] = drawSize(type, random);
  titles.audience[row] = drawAudience(number, random);
  titles.feature[row] = drawFeature(type, random);
  titles.model[row] = random.integer(0x1_0000_0000);
  return number;
}
