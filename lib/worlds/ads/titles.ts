/** Titles and names, computed from row numbers when they are shown: twenty thousand ads store no text but its length. */
import { hashString } from "@/lib/random";
import type { AdsCatalogue } from "./types";
import { AD_CATEGORIES, NAME_STEMS, SEASONS, TITLE_TEMPLATES } from "./vocabulary";

const pick = <T>(list: readonly T[], hash: number): T => list[hash % list.length] as T;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of an advertiser, "Heron Travel"; numbered from the second round of stems on. */
export function advertiserName(
  { advertisers }: Pick<AdsCatalogue, "advertisers">,
  advertiser: number,
): string {
  const trades = AD_CATEGORIES[advertisers.category[advertiser] ?? 0]?.trades ?? ["Company"];
  // 17 is prime to the number of stems, so neighbours do not share one.
  const stem = pick(NAME_STEMS, advertiser * 17);
  const round = Math.floor(advertiser / NAME_STEMS.length);
  return `${stem} ${pick(trades, hashString(`trade/${advertiser}`))}${round === 0 ? "" : ` ${round + 1}`}`;
}

/** A title for ad `ad` of a category. */
export function composeTitle(category: number, ad: number): string {
  const hash = hashString(`ad/${ad}`);
  const subjects = AD_CATEGORIES[category]?.subjects ?? ["things"];
  const title = pick(TITLE_TEMPLATES, hash >>> 3)
    .replace("{subject}", pick(subjects, hash >>> 9))
    .replace("{season}", pick(SEASONS, hash >>> 15));
  return capitalise(title);
}

/** The title of ad `ad`. */
export function adTitle({ advertisers, campaigns, creatives }: AdsCatalogue, ad: number): string {
  const advertiser = campaigns.advertiser[creatives.campaign[ad] ?? 0] ?? 0;
  return composeTitle(advertisers.category[advertiser] ?? 0, ad);
}
