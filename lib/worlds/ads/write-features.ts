/** Writes the features of one (request, ad) pair into rows of numbers: for the log while it is made, and for serving. */
import type { AdsCounters } from "./counters";
import { CATEGORICAL_FEATURES, type CategoricalFeatureName } from "./features";
import { type AdRequest, type ObservedAdsWorld, type Placement, UNKNOWN } from "./types";

const MINIMUM_AD_IMPRESSIONS = 20;
const HOURS = 24;

type Known = Pick<ObservedAdsWorld, "catalogue" | "users" | "sites">;

/** Writes NUMERIC_FEATURES.length values in their order at `offset`; NaN is missing. */
export function writeNumericFeatures(
  world: Pick<Known, "catalogue" | "users">,
  counters: AdsCounters,
  { user, site, day, pageDepth }: AdRequest,
  ad: number,
  out: Float32Array,
  offset: number,
): void {
  const { advertisers, campaigns, creatives } = world.catalogue;
  const campaign = creatives.campaign[ad] as number;
  const advertiser = campaigns.advertiser[campaign] as number;
  const isTracked = world.users.optedOut[user] === 0;
  const adImpressions = counters.adImpressions(ad);
  out[offset] = (day - (creatives.startDay[ad] as number)) * HOURS;
  out[offset + 1] = (campaigns.endDay[campaign] as number) - day;
  out[offset + 2] = campaigns.bid[campaign] as number;
  out[offset + 3] = counters.budgetLeft(campaign, day);
  out[offset + 4] = adImpressions < MINIMUM_AD_IMPRESSIONS ? Number.NaN : counters.adRate(ad);
  out[offset + 5] = adImpressions;
  out[offset + 6] = counters.advertiserRate(advertiser);
  out[offset + 7] = counters.siteRate(site);
  out[offset + 8] = isTracked ? counters.userRate(user) : Number.NaN;
  out[offset + 9] = isTracked ? counters.userImpressions(user) : Number.NaN;
  out[offset + 10] = isTracked ? counters.frequency(user, campaign) : Number.NaN;
  out[offset + 11] = isTracked ? counters.minutesSince(user, campaign, day) : Number.NaN;
  out[offset + 12] = pageDepth;
  out[offset + 13] = creatives.titleLength[ad] as number;
  out[offset + 14] = creatives.price[ad] as number;
  out[offset + 15] = advertisers.landingSeconds[advertiser] as number;
}

/** Writes CATEGORICAL_FEATURES.length codes in their order at `offset`; an unknown value has the last code of its feature. */
export function writeCategoricalFeatures(
  { catalogue, users, sites }: Known,
  { user, site, device, day }: Omit<AdRequest, "pageDepth">,
  ad: number,
  { slot, position }: Placement,
  out: Int32Array,
  offset: number,
): void {
  const { advertisers, campaigns, creatives } = catalogue;
  const campaign = creatives.campaign[ad] as number;
  const advertiser = campaigns.advertiser[campaign] as number;
  out[offset] = advertiser;
  out[offset + 1] = campaign;
  out[offset + 2] = ad;
  out[offset + 3] = advertisers.category[advertiser] as number;
  out[offset + 4] = advertisers.priceTier[advertiser] as number;
  out[offset + 5] = creatives.format[ad] as number;
  out[offset + 6] = creatives.callToAction[ad] as number;
  out[offset + 7] = site;
  out[offset + 8] = sites.category[site] as number;
  out[offset + 9] = device;
  out[offset + 10] = users.region[user] as number;
  out[offset + 11] = Math.floor(day * HOURS) % HOURS;
  out[offset + 12] = Math.floor(day) % 7;
  out[offset + 13] = users.optedOut[user] === 1 ? users.size : user;
  out[offset + 14] = codeOf(users.ageBand[user], SIZES.ageBand);
  out[offset + 15] = codeOf(users.interest[user], SIZES.interest);
  out[offset + 16] = codeOf(users.secondInterest[user], SIZES.secondInterest);
  out[offset + 17] = slot;
  out[offset + 18] = position - 1;
}

const sizeOf = (name: CategoricalFeatureName) =>
  CATEGORICAL_FEATURES.find((feature) => feature.name === name)?.values?.length ?? 0;
const SIZES = {
  ageBand: sizeOf("ageBand"),
  interest: sizeOf("interest"),
  secondInterest: sizeOf("secondInterest"),
};
const codeOf = (value: number | undefined, size: number) =>
  value === undefined || value === UNKNOWN ? size - 1 : value;

/** How many codes each categorical feature has in a world, in the order of CATEGORICAL_FEATURES. */
export function categoricalSizes({ catalogue, users, sites }: Known): number[] {
  const ids: Partial<Record<CategoricalFeatureName, number>> = {
    advertiser: catalogue.advertisers.size,
    campaign: catalogue.campaigns.size,
    ad: catalogue.creatives.size,
    site: sites.size,
    user: users.size + 1,
  };
  return CATEGORICAL_FEATURES.map(({ name, values }) => values?.length ?? ids[name] ?? 0);
}
