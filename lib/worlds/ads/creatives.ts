/**
 * Builds the creatives: each belongs to a campaign and lives a few days of its flight. Lives are short enough for a
 * fifth of a day's impressions to go to ads that are younger than a day.
 */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import { composeTitle } from "./titles";
import type { AdsAdvertisers, AdsCampaigns, AdsCreatives } from "./types";
import { AD_CATEGORIES, CALLS_TO_ACTION, FORMAT_SHARES } from "./vocabulary";

const SHORTEST_LIFE_DAYS = 1;
/** Mean of what a life exceeds the shortest by: exponential. */
const FURTHER_LIFE_DAYS = 7;
const SHOWS_PRICE_SHARE = 0.55;
const PRICE_TIER_FACTORS = [0.6, 1, 1.8, 4] as const;

type Life = { readonly campaign: number; readonly startDay: number; readonly endDay: number };

/** Campaigns get creatives in proportion to their flights; a creative is replaced by others before its campaign ends. */
function drawLives(size: number, campaigns: AdsCampaigns, random: Random): Life[] {
  const flights = Float32Array.from(campaigns.endDay, (end, c) => end - (campaigns.startDay[c] as number));
  const flightSums = cumulative(flights);
  const lives = Array.from({ length: size }, (_, i): Life => {
    const campaign = i < campaigns.size ? i : drawFrom(flightSums, random);
    const flightStart = campaigns.startDay[campaign] as number;
    const life = SHORTEST_LIFE_DAYS - FURTHER_LIFE_DAYS * Math.log(1 - random.next());
    // The first creative of a campaign starts with it.
    const offset = i < campaigns.size ? 0 : random.next() * (flights[campaign] as number);
    const startDay = flightStart + offset;
    return { campaign, startDay, endDay: Math.min(startDay + life, campaigns.endDay[campaign] as number) };
  });
  return lives.sort((a, b) => a.startDay - b.startDay);
}

export function createCreatives(
  size: number,
  advertisers: AdsAdvertisers,
  campaigns: AdsCampaigns,
  random: Random,
): AdsCreatives {
  const creatives: AdsCreatives = {
    size,
    campaign: new Int32Array(size),
    startDay: new Float32Array(size),
    endDay: new Float32Array(size),
    format: new Uint8Array(size),
    callToAction: new Uint8Array(size),
    price: new Float32Array(size),
    titleLength: new Uint8Array(size),
  };
  const formatSums = cumulative(FORMAT_SHARES);
  for (const [i, life] of drawLives(size, campaigns, random).entries()) {
    const advertiser = campaigns.advertiser[life.campaign] as number;
    const category = advertisers.category[advertiser] as number;
    const tier = PRICE_TIER_FACTORS[advertisers.priceTier[advertiser] as number] ?? 1;
    const price = (AD_CATEGORIES[category]?.price ?? 0) * tier * Math.exp(0.35 * random.normal());
    creatives.campaign[i] = life.campaign;
    creatives.startDay[i] = life.startDay;
    creatives.endDay[i] = life.endDay;
    creatives.format[i] = drawFrom(formatSums, random);
    creatives.callToAction[i] = random.integer(CALLS_TO_ACTION.length);
    creatives.price[i] = random.next() < SHOWS_PRICE_SHARE ? price : Number.NaN;
    creatives.titleLength[i] = composeTitle(category, i).length;
  }
  return creatives;
}
