/**
 * The ads of one day, prepared: those that run at some time of it, by falling worth (bid times known click rate), with
 * what of their features no request changes. Places on the shelf are how the sources and the light ranker count ads.
 */
import { runningAds } from "@/lib/worlds/ads/targeting";
import type { AdRequest, ObservedAdsWorld } from "@/lib/worlds/ads/types";
import { FEED, type Placement } from "@/lib/worlds/ads/types";
import { writeCategoricalFeatures, writeNumericFeatures } from "@/lib/worlds/ads/write-features";
import { landingQuality } from "./auction";
import { CODE_COUNT, NUMBER_COUNT, type RawFeatures } from "./rows";

/** The place that is predicted for unless a visitor asks for another slot: nobody knows the position before the auction. */
export const SERVED_PLACEMENT: Placement = { slot: FEED, position: 1 };

export type AdShelf = {
  readonly day: number;
  /** Creatives, best worth first. */
  readonly ads: Int32Array;
  /** Place of a creative; -1 when it does not run. */
  readonly placeOf: Int32Array;
  /** Bid times known click rate at the start of the day, by place. */
  readonly worth: Float32Array;
  readonly campaigns: Int32Array;
  readonly advertisers: Int32Array;
  readonly bids: Float64Array;
  readonly qualities: Float64Array;
  /** Features by place, with some request's: for what depends on the ad alone. */
  readonly features: RawFeatures;
};

/** Features of one request with each of `ads`. */
export function pairFeatures(
  world: ObservedAdsWorld,
  request: AdRequest,
  ads: Int32Array,
  placement: Placement = SERVED_PLACEMENT,
): RawFeatures {
  const codes = new Int32Array(ads.length * CODE_COUNT);
  const numbers = new Float32Array(ads.length * NUMBER_COUNT);
  for (let i = 0; i < ads.length; i++) {
    const ad = ads[i] as number;
    writeCategoricalFeatures(world, request, ad, placement, codes, i * CODE_COUNT);
    writeNumericFeatures(world, world.counters, request, ad, numbers, i * NUMBER_COUNT);
  }
  return { count: ads.length, codes, numbers };
}

export function createAdShelf(world: ObservedAdsWorld, sample: AdRequest): AdShelf {
  const { advertisers, campaigns, creatives } = world.catalogue;
  const day = Math.floor(sample.day);
  const campaignOf = (ad: number) => creatives.campaign[ad] as number;
  const worthOf = (ad: number) => (campaigns.bid[campaignOf(ad)] as number) * world.counters.adRate(ad);
  const running = Array.from(runningAds(world.catalogue, day, day + 1), (ad) => ({ ad, worth: worthOf(ad) }));
  running.sort((a, b) => b.worth - a.worth || a.ad - b.ad);
  const ads = Int32Array.from(running, ({ ad }) => ad);
  const placeOf = new Int32Array(creatives.size).fill(-1);
  for (const [place, ad] of ads.entries()) placeOf[ad] = place;
  const ofCampaign = Int32Array.from(ads, campaignOf);
  const ofAdvertiser = ofCampaign.map((campaign) => campaigns.advertiser[campaign] as number);
  return {
    day,
    ads,
    placeOf,
    worth: Float32Array.from(running, ({ worth }) => worth),
    campaigns: ofCampaign,
    advertisers: ofAdvertiser,
    bids: Float64Array.from(ofCampaign, (campaign) => campaigns.bid[campaign] as number),
    qualities: Float64Array.from(ofAdvertiser, (a) =>
      landingQuality(advertisers.landingSeconds[a] as number),
    ),
    features: pairFeatures(world, { ...sample, day }, ads),
  };
}
