/** Builds the sites: what they are about, and whether they take every ad. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import type { AdsSites } from "./types";
import { SITE_CATEGORIES, SITE_CATEGORY_SHARES } from "./vocabulary";

const REFUSING_SHARE = 0.4;

/** Every category has a site; sites of lower rows are larger (visits.ts). */
export function createSites(size: number, random: Random): AdsSites {
  const category = new Uint8Array(size);
  const refusesRestricted = new Uint8Array(size);
  const categorySums = cumulative(SITE_CATEGORY_SHARES);
  for (let s = 0; s < size; s++) {
    category[s] = s < SITE_CATEGORIES.length ? s : drawFrom(categorySums, random);
    refusesRestricted[s] = Number(random.next() < REFUSING_SHARE);
  }
  return { size, category, refusesRestricted };
}
