/**
 * How people respond to ads, known to the simulator and the judge only. A click needs a viewable impression and, given
 * that, a decision (examination hypothesis; Richardson et al., 2007). Whether an impression is viewable depends on its
 * slot and position alone, the decision on everything else and the slot.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import {
  type AdRequest,
  type AdsCatalogue,
  type AdsSites,
  type AdsTruth,
  FEED,
  type Placement,
} from "./types";
import { AD_CATEGORIES, DEVICES, FORMATS, PRICE_TIERS, SITE_PEAK_HOURS } from "./vocabulary";

/** What behaviour depends on; every `AdsWorld` is one. */
export type BehaviourWorld = {
  readonly config: { readonly days: number };
  readonly catalogue: AdsCatalogue;
  readonly sites: AdsSites;
  readonly truth: Omit<AdsTruth, "log">;
};

/** Weight of the second interest beside the first. */
const SECOND_INTEREST = 0.35;
const HOUR_AMPLITUDE = 0.2;
const WAVE_AMPLITUDE = 0.1;
const DEPTH_SLOPE = 0.25;
/** Characters of a title that a device shows best, and how far from it costs half a logit. */
const BEST_TITLE_LENGTH = [28, 40, 52, 22] as const;
const TITLE_SPREAD = 30;
const WORST_TITLE = -0.8;
/** Premium goods at the weekend on a device in the hand: three attributes about their usual means, times this. */
const THREE_WAY = 1.2;
const HANDHELD_MEAN = 0.62;
const WEEKEND_MEAN = 2 / 7;
const PREMIUM_MEAN = 0.3;

/** `P(\mathrm{viewable} \mid \mathrm{slot}, k)`: `0.92 k^{-0.3}` in the feed, `0.55 k^{-0.5}` in the side column. */
export const viewableProbability = ({ slot, position }: Placement): number =>
  slot === FEED ? 0.92 * position ** -0.3 : 0.55 * position ** -0.5;

/** Taste on a day: a mixture of the first and the last table of the log, over both interests. */
function interestEffect(
  { config, truth }: BehaviourWorld,
  user: number,
  category: number,
  day: number,
): number {
  const { interestByCategory: early, lateInterestByCategory: late } = truth.effects;
  const share = Math.min(1, day / config.days);
  const first = (truth.userInterest[user] as number) * AD_CATEGORIES.length + category;
  const second = (truth.userSecondInterest[user] as number) * AD_CATEGORIES.length + category;
  const before = (early[first] as number) + SECOND_INTEREST * (early[second] as number);
  const after = (late[first] as number) + SECOND_INTEREST * (late[second] as number);
  return (1 - share) * before + share * after;
}

/** `a \cos(2 \pi (h - h^*) / 24)`: readers of a site category are most willing at its peak hour. */
const hourEffect = (siteCategory: number, day: number): number =>
  HOUR_AMPLITUDE *
  Math.cos(2 * Math.PI * (day - Math.floor(day) - (SITE_PEAK_HOURS[siteCategory] ?? 0) / 24));

/** `-\frac{1}{2} ((\ell - \ell^*_{device}) / s)^2`, never below -0.8. */
const titleEffect = (length: number, device: number): number =>
  Math.max(WORST_TITLE, -0.5 * ((length - (BEST_TITLE_LENGTH[device] ?? length)) / TITLE_SPREAD) ** 2);

/** Three attributes at once: no pair of them says anything. */
const threeWayEffect = (device: number, day: number, priceTier: number): number =>
  THREE_WAY *
  (Number(device <= 1) - HANDHELD_MEAN) *
  (Number(Math.floor(day) % 7 >= 5) - WEEKEND_MEAN) *
  (Number(priceTier >= 2) - PREMIUM_MEAN);

/** The part of the click's logit that depends on neither slot nor earlier views nor the intercept. */
function appeal(
  world: BehaviourWorld,
  { user, site, device, day, pageDepth }: AdRequest,
  ad: number,
): number {
  const { catalogue, sites, truth } = world;
  const { advertisers, campaigns, creatives } = catalogue;
  const { effects } = truth;
  const advertiser = campaigns.advertiser[creatives.campaign[ad] as number] as number;
  const category = advertisers.category[advertiser] as number;
  const tier = advertisers.priceTier[advertiser] as number;
  const format = creatives.format[ad] as number;
  const action = creatives.callToAction[ad] as number;
  const siteCategory = sites.category[site] as number;
  const wave =
    (2 * Math.PI * day) / (effects.wavePeriod[category] as number) + (effects.wavePhase[category] as number);
  const age = Math.max(0, day - (creatives.startDay[ad] as number));
  const mainEffects =
    (effects.category[category] as number) +
    (effects.format[format] as number) +
    (effects.callToAction[action] as number) +
    (effects.device[device] as number) +
    (effects.siteCategory[siteCategory] as number) +
    WAVE_AMPLITUDE * Math.sin(wave) -
    DEPTH_SLOPE * Math.log(pageDepth);
  const crosses =
    interestEffect(world, user, category, day) +
    (effects.siteByCategory[siteCategory * AD_CATEGORIES.length + category] as number) +
    (effects.deviceByFormat[device * FORMATS.length + format] as number) +
    (effects.ageByPriceTier[(truth.userAgeBand[user] as number) * PRICE_TIERS.length + tier] as number) +
    (effects.callToActionByDevice[action * DEVICES.length + device] as number) +
    hourEffect(siteCategory, day) +
    titleEffect(creatives.titleLength[ad] as number, device) +
    threeWayEffect(device, day, tier) -
    (effects.wearOut[format] as number) * Math.log1p(age);
  const hidden =
    (truth.userClickiness[user] as number) +
    (truth.siteQuality[site] as number) +
    (truth.advertiserQuality[advertiser] as number) +
    (truth.creativeQuality[ad] as number);
  return mainEffects + crosses + hidden;
}

/** Logit of P(click given viewable), without the slot's intercept. `earlierViews`: of the ad's campaign by the user. */
export function clickLogitBeforeSlot(
  world: BehaviourWorld,
  request: AdRequest,
  ad: number,
  earlierViews: number,
): number {
  const format = world.catalogue.creatives.format[ad] as number;
  const fatigue = (world.truth.effects.fatigue[format] as number) * Math.log1p(earlierViews);
  return appeal(world, request, ad) - fatigue;
}

/** P(click | viewable) of an ad in a slot. */
export function clickProbability(
  world: BehaviourWorld,
  request: AdRequest,
  ad: number,
  slot: number,
  earlierViews: number,
): number {
  return sigmoid(
    clickLogitBeforeSlot(world, request, ad, earlierViews) + (world.truth.intercepts[slot] as number),
  );
}

/** P(conversion | click): quick landing pages, low prices and a matching first interest help. */
export function conversionProbability(world: BehaviourWorld, { user, day }: AdRequest, ad: number): number {
  const { advertisers, campaigns, creatives } = world.catalogue;
  const advertiser = campaigns.advertiser[creatives.campaign[ad] as number] as number;
  const category = advertisers.category[advertiser] as number;
  const landing = Math.log((world.truth.landingSeconds[advertiser] as number) / 2.2);
  const tier = advertisers.priceTier[advertiser] as number;
  return sigmoid(
    -2.6 +
      0.6 * interestEffect(world, user, category, day) -
      0.5 * landing -
      0.2 * (tier - 1) +
      (world.truth.advertiserQuality[advertiser] as number),
  );
}

export type TrueProbabilities = {
  readonly viewable: number;
  /** P(click | viewable). */
  readonly clickGivenViewable: number;
  /** P(click) of the impression: the product of both. */
  readonly click: number;
  /** P(conversion | click). */
  readonly conversion: number;
};

/** The truth about any ad in any place: what auctions, rankers and calibrations are judged by. */
export function trueProbabilities(
  world: BehaviourWorld,
  request: AdRequest,
  ad: number,
  placement: Placement,
  earlierViews: number,
): TrueProbabilities {
  const viewable = viewableProbability(placement);
  const clickGivenViewable = clickProbability(world, request, ad, placement.slot, earlierViews);
  const conversion = conversionProbability(world, request, ad);
  return { viewable, clickGivenViewable, click: viewable * clickGivenViewable, conversion };
}
