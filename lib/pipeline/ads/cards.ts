/** Ads and requests to read: names in place of numbers. */
import { CATEGORICAL_FEATURES, NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import { adTitle, advertiserName } from "@/lib/worlds/ads/titles";
import { type AdsCampaigns, type ObservedAdsWorld, SLOTS, UNKNOWN } from "@/lib/worlds/ads/types";
import {
  AD_CATEGORIES,
  AGE_BANDS,
  DEVICES,
  FORMATS,
  INTERESTS,
  REGIONS,
  SITE_CATEGORIES,
} from "@/lib/worlds/ads/vocabulary";
import type { DayRequests } from "./day-requests";
import { editRequest, NO_EDITS } from "./edit-request";
import { CODE_COUNT, NUMBER_COUNT, type RawFeatures } from "./rows";
import type { AdCard, AdRequestEdits, AdRequestProfile, AdRequestSummary } from "./trace";

/** Impressions and clicks of each ad in the log. */
export type AdTotals = { readonly impressions: Uint32Array; readonly clicks: Uint32Array };

export function countAds({ log, catalogue }: ObservedAdsWorld): AdTotals {
  const impressions = new Uint32Array(catalogue.creatives.size);
  const clicks = new Uint32Array(catalogue.creatives.size);
  for (let row = 0; row < log.size; row++) {
    const ad = log.creative[row] as number;
    impressions[ad] = (impressions[ad] as number) + 1;
    clicks[ad] = (clicks[ad] as number) + (log.clicked[row] as number);
  }
  return { impressions, clicks };
}

/** Everything that cards are written from. */
export type AdScene = {
  readonly world: ObservedAdsWorld;
  readonly totals: AdTotals;
  readonly requests: DayRequests;
  /** Rows of the log of each user, oldest first. */
  rowsOfUser(user: number): readonly number[];
};

const TARGETED = [
  ["ageBands", AGE_BANDS],
  ["regions", REGIONS],
  ["interests", INTERESTS],
  ["devices", DEVICES],
  ["siteCategories", SITE_CATEGORIES],
] as const satisfies readonly (readonly [keyof AdsCampaigns, readonly string[]])[];

/** What a campaign asks for, attribute by attribute; an attribute that it leaves open is left out. */
export function describeTargeting(campaigns: AdsCampaigns, campaign: number): string[] {
  return TARGETED.flatMap(([attribute, words]) => {
    const mask = campaigns[attribute][campaign] as number;
    const admitted = words.filter((_, value) => (mask & (1 << value)) !== 0);
    return admitted.length === words.length ? [] : [admitted.join(" or ")];
  });
}

const padded = (number: number) => String(number).padStart(4, "0");

/** `day`: the moment that the age is counted from. */
export function adCard(
  { world, totals }: Pick<AdScene, "world" | "totals">,
  ad: number,
  day: number,
): AdCard {
  const { catalogue } = world;
  const { advertisers, campaigns, creatives } = catalogue;
  const campaign = creatives.campaign[ad] as number;
  const advertiser = campaigns.advertiser[campaign] as number;
  return {
    ad,
    title: adTitle(catalogue, ad),
    advertiser: advertiserName(catalogue, advertiser),
    advertiserId: advertiser,
    campaign: `campaign ${padded(campaign)}`,
    campaignId: campaign,
    category: AD_CATEGORIES[advertisers.category[advertiser] as number]?.name ?? "",
    format: FORMATS[creatives.format[ad] as number] ?? "",
    ageDays: Math.max(0, day - (creatives.startDay[ad] as number)),
    impressions: totals.impressions[ad] as number,
    clicks: totals.clicks[ad] as number,
    targeting: describeTargeting(campaigns, campaign),
  };
}

/** A neutral handle for a site; the busiest of a category come first. */
const siteName = ({ sites }: ObservedAdsWorld, site: number) =>
  `${SITE_CATEGORIES[sites.category[site] as number]} site ${padded(site)}`;

export function requestSummary(
  { world, requests }: AdScene,
  number: number,
  edits: AdRequestEdits = NO_EDITS,
): AdRequestSummary {
  const { request, slot } = editRequest(requests.at(number), edits);
  const { user, site, device, day } = request;
  const { users, sites } = world;
  return {
    request: number,
    user: `user ${padded(user)}`,
    userId: user,
    site: siteName(world, site),
    siteCategory: SITE_CATEGORIES[sites.category[site] as number] ?? "",
    slot: SLOTS[slot] ?? "",
    device: DEVICES[device] ?? "",
    region: REGIONS[users.region[user] as number] ?? "",
    day: Math.floor(day),
    hour: (day - Math.floor(day)) * 24,
    isOptedOut: users.optedOut[user] === 1,
  };
}

const HISTORY_SHOWN = 20;
const wordOf = (words: readonly string[], value: number | undefined) =>
  value === undefined || value === UNKNOWN ? null : (words[value] ?? null);

export function requestProfile(
  scene: AdScene,
  number: number,
  edits: AdRequestEdits = NO_EDITS,
): AdRequestProfile {
  const { world, requests } = scene;
  const { user, day, pageDepth } = editRequest(requests.at(number), edits).request;
  const { users, log } = world;
  const rows = scene.rowsOfUser(user).slice(-HISTORY_SHOWN).reverse();
  const isHidden = users.optedOut[user] === 1;
  return {
    ...requestSummary(scene, number, edits),
    features: [
      { name: "Age band", value: wordOf(AGE_BANDS, users.ageBand[user]) },
      { name: "Interest", value: wordOf(INTERESTS, users.interest[user]) },
      { name: "Second interest", value: wordOf(INTERESTS, users.secondInterest[user]) },
      { name: "Pages in this visit", value: String(pageDepth) },
    ],
    // Who opted out leaves no history that anybody may look at.
    history: (isHidden ? [] : rows).map((row) => {
      const shown = world.requests.day[log.request[row] as number] as number;
      return {
        card: adCard(scene, log.creative[row] as number, day),
        hoursAgo: (day - shown) * 24,
        clicked: log.clicked[row] === 1,
      };
    }),
  };
}

/** Four digits, or nothing behind the point. */
const shortNumber = (value: number) => String(Number(value.toPrecision(4)));

/** The features of row `row` as a person reads them; a missing value is null. */
export function featureValues({ codes, numbers }: RawFeatures, row: number) {
  const categorical = CATEGORICAL_FEATURES.map(({ label, values, hasUnknown }, f) => {
    const code = codes[row * CODE_COUNT + f] as number;
    const isUnknown = hasUnknown && values !== null && code === values.length - 1;
    return { name: label, value: isUnknown ? null : (values?.[code] ?? `number ${code}`) };
  });
  const numeric = NUMERIC_FEATURES.map(({ label }, f) => {
    const value = numbers[row * NUMBER_COUNT + f] as number;
    return { name: label, value: Number.isNaN(value) ? null : shortNumber(value) };
  });
  return [...categorical, ...numeric];
}
