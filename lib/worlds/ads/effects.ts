/**
 * Draws what moves the click's logit: main effects, and crosses of two attributes. A cross is what meaning suggests (a
 * travel ad on a weather site) plus chance, centred over its rows and columns and scaled to a stated deviation, so that no
 * sum of main effects can stand in for it. Crosses with the ad's category have rank MEANING_SIZE, as a factorization
 * machine assumes (Rendle, 2010): a category is a point, interests and sites lie near the categories they go with.
 */
import type { Random } from "@/lib/random";
import type { AdsEffects } from "./types";
import { AD_CATEGORIES, CALLS_TO_ACTION, DEVICES, FORMATS, INTERESTS, SITE_CATEGORIES } from "./vocabulary";

/** Standard deviations in logits over the cells of a table. */
export const DEVIATIONS = {
  category: 0.25,
  format: 0.2,
  callToAction: 0.15,
  device: 0.2,
  siteCategory: 0.2,
  interestByCategory: 0.3,
  siteByCategory: 0.75,
  deviceByFormat: 0.9,
  ageByPriceTier: 0.35,
  callToActionByDevice: 0.7,
} as const;
const MEANING_SIZE = 2;
/** Share of the interest table that is still the first one when the log ends. */
const KEPT_TASTE = 0.95;
/** Chance beside meaning before a cross is scaled. */
const CHANCE = 0.2;
/** How far an interest or a site lies from the mean of its categories, per dimension. */
const MEANING_SPREAD = 0.4;

/** Rows are devices, columns formats. */
const DEVICE_FORMATS = [
  [0, 0.4, 0.2, 0.6, 1],
  [0, 0.5, 0.6, 0.4, 0.6],
  [0.9, 0.5, 0.6, 0, -0.8],
  [-0.8, 0.4, -0.6, 1.2, -0.8],
] as const;
/** Rows are age bands, columns price tiers. */
const AGE_TIERS = [
  [0.8, 0, -0.4, -0.8],
  [0.8, 0.2, -0.3, -0.6],
  [0.2, 0.4, 0.2, -0.2],
  [-0.2, 0.2, 0.5, 0.2],
  [-0.4, 0, 0.6, 0.7],
  [0, -0.2, 0.2, 0.9],
] as const;
/** Rows are calls to action, columns devices: nobody asks for a quote on a television. */
const ACTION_DEVICES = [
  [0.3, 0.3, 0.2, -0.5],
  [-0.3, 0, 0.3, 0.8],
  [0.4, 0, 0.1, -0.4],
  [-0.2, 0.5, 0.4, -0.6],
  [-0.6, 0, 0.9, -0.7],
  [0.7, 0, -0.3, 0.4],
] as const;

function deviate(size: number, deviation: number, random: Random): Float32Array {
  return Float32Array.from({ length: size }, () => deviation * random.normal());
}

/** `x_{ij} - \bar x_{i\cdot} - \bar x_{\cdot j} + \bar x`, scaled to the deviation. Rows one after another. */
export function centredCross(
  rows: number,
  columns: number,
  cellOf: (row: number, column: number) => number,
  deviation: number,
): Float32Array {
  const cross = Float64Array.from({ length: rows * columns }, (_, i) =>
    cellOf(Math.floor(i / columns), i % columns),
  );
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) sum += cross[row * columns + column] as number;
    for (let column = 0; column < columns; column++)
      (cross[row * columns + column] as number) -= sum / columns;
  }
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += cross[row * columns + column] as number;
    for (let row = 0; row < rows; row++) (cross[row * columns + column] as number) -= sum / rows;
  }
  const scale = deviation / Math.sqrt(cross.reduce((sum, x) => sum + x * x, 0) / cross.length);
  return Float32Array.from(cross, (x) => x * scale);
}

/** `m W + \sqrt{1 - m^2} V` of two tables of the same deviation has that deviation too. */
function mixTables(first: Float32Array, second: Float32Array, kept: number): Float32Array {
  const rest = Math.sqrt(1 - kept * kept);
  return first.map((value, i) => kept * value + rest * (second[i] as number));
}

/** A point per category. */
const drawMeanings = (random: Random): number[][] =>
  AD_CATEGORIES.map(() => Array.from({ length: MEANING_SIZE }, () => random.normal()));

/** A point near the mean of the categories that `belongs` names. */
function pointNear(meanings: number[][], belongs: (category: number) => boolean, random: Random): number[] {
  const near = meanings.filter((_, category) => belongs(category));
  return Array.from({ length: MEANING_SIZE }, (_, axis) => {
    const mean = near.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / Math.max(1, near.length);
    return mean + MEANING_SPREAD * random.normal();
  });
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Crosses of interests, and of sites, with the ad's category. */
function createMeaningCrosses(random: Random) {
  const meanings = drawMeanings(random);
  const interests = INTERESTS.map((_, interest) =>
    pointNear(meanings, (c) => AD_CATEGORIES[c]?.interests.includes(interest) ?? false, random),
  );
  const sites = SITE_CATEGORIES.map((_, site) =>
    pointNear(meanings, (c) => AD_CATEGORIES[c]?.sites.includes(site) ?? false, random),
  );
  const cross = (points: number[][], others: number[][], deviation: number) =>
    centredCross(
      points.length,
      AD_CATEGORIES.length,
      (row, category) => dot(points[row] ?? [], others[category] ?? []),
      deviation,
    );
  const interestByCategory = cross(interests, meanings, DEVIATIONS.interestByCategory);
  const otherTaste = cross(interests, drawMeanings(random), DEVIATIONS.interestByCategory);
  return {
    interestByCategory,
    lateInterestByCategory: mixTables(interestByCategory, otherTaste, KEPT_TASTE),
    siteByCategory: cross(sites, meanings, DEVIATIONS.siteByCategory),
  };
}

export function createEffects(random: Random): AdsEffects {
  const main = (list: readonly unknown[], name: keyof typeof DEVIATIONS) =>
    deviate(list.length, DEVIATIONS[name], random);
  const cross = (meaning: readonly (readonly number[])[], name: keyof typeof DEVIATIONS) =>
    centredCross(
      meaning.length,
      meaning[0]?.length ?? 0,
      (row, column) => (meaning[row]?.[column] ?? 0) + CHANCE * random.normal(),
      DEVIATIONS[name],
    );
  return {
    category: main(AD_CATEGORIES, "category"),
    format: main(FORMATS, "format"),
    callToAction: main(CALLS_TO_ACTION, "callToAction"),
    device: main(DEVICES, "device"),
    siteCategory: main(SITE_CATEGORIES, "siteCategory"),
    ...createMeaningCrosses(random.fork("meanings")),
    deviceByFormat: cross(DEVICE_FORMATS, "deviceByFormat"),
    ageByPriceTier: cross(AGE_TIERS, "ageByPriceTier"),
    callToActionByDevice: cross(ACTION_DEVICES, "callToActionByDevice"),
    wearOut: Float32Array.from([0.05, 0.1, 0.15, 0.25, 0.3], (rate) => rate * (0.8 + 0.4 * random.next())),
    fatigue: Float32Array.from([0.1, 0.2, 0.25, 0.4, 0.3], (rate) => rate * (0.8 + 0.4 * random.next())),
    wavePeriod: Float32Array.from(AD_CATEGORIES, () => 20 + 25 * random.next()),
    wavePhase: Float32Array.from(AD_CATEGORIES, () => 2 * Math.PI * random.next()),
  };
}
