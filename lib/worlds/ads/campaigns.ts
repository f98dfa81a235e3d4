/** Builds advertisers and their campaigns: what they sell, bid and may spend, when they run and whom they target. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom, zipfWeights } from "../sampling";
import type { AdsAdvertisers, AdsCampaigns } from "./types";
import {
  AD_CATEGORIES,
  AGE_BANDS,
  DEVICES,
  INTERESTS,
  PRICE_TIER_SHARES,
  REGIONS,
  SITE_CATEGORIES,
} from "./vocabulary";

const MEAN_BID = 0.6;
/** Median of a day's budget in clicks at the bid. */
const MEDIAN_BUDGET_CLICKS = 4;
const MEDIAN_FLIGHT_DAYS = 12;
const MEDIAN_LANDING_SECONDS = 2.2;
/** Shares of campaigns that target by each attribute. */
const TARGETING_SHARES = {
  regions: 0.5,
  ageBands: 0.45,
  interests: 0.4,
  devices: 0.25,
  siteCategories: 0.25,
};

const allOf = (list: readonly unknown[]) => (1 << list.length) - 1;
const maskOf = (indices: readonly number[]) => indices.reduce((mask, index) => mask | (1 << index), 0);

/** Each entry of the list with probability `share`; at least one. */
function drawMask(list: readonly unknown[], share: number, random: Random): number {
  let mask = 1 << random.integer(list.length);
  for (let i = 0; i < list.length; i++) if (random.next() < share) mask |= 1 << i;
  return mask;
}

/** Two to four neighbouring age bands. */
function drawAges(random: Random): number {
  const from = random.integer(AGE_BANDS.length - 1);
  return (((1 << (2 + random.integer(3))) - 1) << from) & allOf(AGE_BANDS);
}

/** Advertisers and the true load times of their landing pages. */
export function createAdvertisers(
  size: number,
  random: Random,
): { advertisers: AdsAdvertisers; landingSeconds: Float32Array } {
  const categorySums = cumulative(AD_CATEGORIES.map(({ share }) => share));
  const tierSums = cumulative(PRICE_TIER_SHARES);
  const landingSeconds = new Float32Array(size);
  const category = new Uint8Array(size);
  const priceTier = new Uint8Array(size);
  for (let a = 0; a < size; a++) {
    category[a] = drawFrom(categorySums, random);
    priceTier[a] = drawFrom(tierSums, random);
    landingSeconds[a] = MEDIAN_LANDING_SECONDS * Math.exp(0.45 * random.normal());
  }
  return {
    advertisers: { size, category, priceTier, landingSeconds: landingSeconds.slice() },
    landingSeconds,
  };
}

function allocate(size: number): AdsCampaigns {
  const floats = () => new Float32Array(size);
  const masks = () => new Uint16Array(size);
  return {
    size,
    advertiser: new Int32Array(size),
    bid: floats(),
    dailyBudget: floats(),
    startDay: floats(),
    endDay: floats(),
    regions: masks(),
    ageBands: masks(),
    interests: masks(),
    devices: masks(),
    siteCategories: masks(),
  };
}

/** Every advertiser has a campaign; the others are spread by a Zipf law. Flights begin at any time that touches the log. */
export function createCampaigns(
  size: number,
  days: number,
  advertisers: AdsAdvertisers,
  random: Random,
): AdsCampaigns {
  const campaigns = allocate(size);
  const advertiserSums = cumulative(zipfWeights(advertisers.size, 0.8, 10));
  for (let c = 0; c < size; c++) {
    const advertiser = c < advertisers.size ? c : drawFrom(advertiserSums, random);
    const category = AD_CATEGORIES[advertisers.category[advertiser] as number];
    const flight = Math.min(40, Math.max(3, MEDIAN_FLIGHT_DAYS * Math.exp(0.5 * random.normal())));
    const startDay = random.next() * (days + 1 + flight) - flight;
    campaigns.advertiser[c] = advertiser;
    campaigns.startDay[c] = startDay;
    campaigns.endDay[c] = startDay + flight;
    const bid = MEAN_BID * (category?.bidLevel ?? 1) * Math.exp(0.45 * random.normal() - 0.1);
    campaigns.bid[c] = bid;
    campaigns.dailyBudget[c] = bid * Math.max(1, MEDIAN_BUDGET_CLICKS * Math.exp(random.normal()));
    drawTargeting(campaigns, c, category?.interests ?? [], category?.sites ?? [], random);
  }
  return campaigns;
}

function drawTargeting(
  campaigns: AdsCampaigns,
  c: number,
  interests: readonly number[],
  sites: readonly number[],
  random: Random,
): void {
  const targets = (share: number) => random.next() < share;
  campaigns.regions[c] = targets(TARGETING_SHARES.regions) ? drawMask(REGIONS, 0.4, random) : allOf(REGIONS);
  campaigns.ageBands[c] = targets(TARGETING_SHARES.ageBands) ? drawAges(random) : allOf(AGE_BANDS);
  campaigns.interests[c] = targets(TARGETING_SHARES.interests)
    ? maskOf(interests) | drawMask(INTERESTS, 0.15, random)
    : allOf(INTERESTS);
  campaigns.devices[c] = targets(TARGETING_SHARES.devices) ? drawMask(DEVICES, 0.4, random) : allOf(DEVICES);
  campaigns.siteCategories[c] = targets(TARGETING_SHARES.siteCategories)
    ? maskOf(sites) | drawMask(SITE_CATEGORIES, 0.2, random)
    : allOf(SITE_CATEGORIES);
}

/** Landing pages of advertisers whose first campaign starts within the log are not measured yet. */
export function hideUnmeasured(advertisers: AdsAdvertisers, campaigns: AdsCampaigns): void {
  const firstDay = new Float32Array(advertisers.size).fill(Number.POSITIVE_INFINITY);
  for (let c = 0; c < campaigns.size; c++) {
    const advertiser = campaigns.advertiser[c] as number;
    firstDay[advertiser] = Math.min(firstDay[advertiser] as number, campaigns.startDay[c] as number);
  }
  for (let a = 0; a < advertisers.size; a++)
    if ((firstDay[a] as number) >= 0) advertisers.landingSeconds[a] = Number.NaN;
}
