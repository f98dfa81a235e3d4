/**
 * Which ads may enter a request's auction: those that run now and target this person, place and device. Targeting is two
 * words of bits per ad: one in which every bit that the request needs must be set (region, device, site, age), one of
 * which some bit must be set (interests). Twenty thousand ads are tested in a fraction of a millisecond.
 */
import { type AdRequest, type AdsCatalogue, type ObservedAdsWorld, UNKNOWN } from "./types";
import {
  AD_CATEGORIES,
  AGE_BANDS,
  DEVICES,
  INTERESTS,
  MINOR_AGE_BAND,
  REGIONS,
  SITE_CATEGORIES,
} from "./vocabulary";

export type TargetingWorld = Pick<ObservedAdsWorld, "catalogue" | "users" | "sites">;

/** Where each attribute's bits begin in the first word. */
const DEVICE_SHIFT = REGIONS.length;
const SITE_SHIFT = DEVICE_SHIFT + DEVICES.length;
const AGE_SHIFT = SITE_SHIFT + SITE_CATEGORIES.length;
/** One bit more for those who are unknown: set when the campaign does not target the attribute. */
const UNKNOWN_AGE = 1 << (AGE_SHIFT + AGE_BANDS.length);
const UNKNOWN_INTERESTS = 1 << INTERESTS.length;
/** Set when policy lets the ad reach everybody. */
const UNRESTRICTED = UNKNOWN_AGE << 1;

const isAll = (mask: number, list: readonly unknown[]) => mask === (1 << list.length) - 1;

/** A request in the same bits. */
export type AudienceBits = {
  readonly needed: number;
  readonly interests: number;
  /** `needed`, and what policy needs beyond. */
  readonly neededByPolicy: number;
};

/** Who is unknown is reached only by campaigns that do not target that attribute, and never by restricted ads. */
export function audienceOf(
  { users, sites }: TargetingWorld,
  { user, site, device }: AdRequest,
): AudienceBits {
  const age = users.ageBand[user] as number;
  const isKnown = age !== UNKNOWN;
  const needed =
    (1 << (users.region[user] as number)) |
    (1 << (device + DEVICE_SHIFT)) |
    (1 << ((sites.category[site] as number) + SITE_SHIFT)) |
    (isKnown ? 1 << (age + AGE_SHIFT) : UNKNOWN_AGE);
  const takesRestricted = isKnown && age !== MINOR_AGE_BAND && sites.refusesRestricted[site] === 0;
  return {
    needed,
    interests: isKnown
      ? (1 << (users.interest[user] as number)) | (1 << (users.secondInterest[user] as number))
      : UNKNOWN_INTERESTS,
    neededByPolicy: takesRestricted ? needed : needed | UNRESTRICTED,
  };
}

/** Targeting of the ads of a list, by their place in it: the fewer they are, the more of it stays in the nearest cache. */
export class TargetingIndex {
  private readonly admitted: Int32Array;
  private readonly interests: Int32Array;

  constructor(
    private readonly catalogue: AdsCatalogue,
    readonly ads: Int32Array,
  ) {
    this.admitted = new Int32Array(ads.length);
    this.interests = new Int32Array(ads.length);
    for (let place = 0; place < ads.length; place++) {
      const campaign = catalogue.creatives.campaign[ads[place] as number] as number;
      this.admitted[place] = admittedBits(catalogue, campaign);
      this.interests[place] = interestBits(catalogue, campaign);
    }
  }

  isTargeted(place: number, { needed, interests }: AudienceBits): boolean {
    const admitted = this.admitted[place] as number;
    return (admitted & needed) === needed && ((this.interests[place] as number) & interests) !== 0;
  }

  /** Whether policy lets a targeted ad reach the audience: not minors, not people of unknown age, not sites that refuse. */
  isAllowed(place: number, { neededByPolicy }: AudienceBits): boolean {
    return ((this.admitted[place] as number) & neededByPolicy) === neededByPolicy;
  }

  /** Targeted and allowed, in one test. */
  isEligible(place: number, { neededByPolicy, interests }: AudienceBits): boolean {
    const admitted = this.admitted[place] as number;
    return (
      (admitted & neededByPolicy) === neededByPolicy && ((this.interests[place] as number) & interests) !== 0
    );
  }

  /** Ads that run and target the request, in the list's order; policy and budgets are filtered later. */
  targetedAds(world: TargetingWorld, request: AdRequest): Int32Array {
    const audience = audienceOf(world, request);
    return this.ads.filter(
      (ad, place) => this.isTargeted(place, audience) && isRunning(this.catalogue, ad, request.day),
    );
  }
}

/** The first word of a campaign's ads. */
function admittedBits({ advertisers, campaigns }: AdsCatalogue, campaign: number): number {
  const category = advertisers.category[campaigns.advertiser[campaign] as number] as number;
  const ages = campaigns.ageBands[campaign] as number;
  return (
    (campaigns.regions[campaign] as number) |
    ((campaigns.devices[campaign] as number) << DEVICE_SHIFT) |
    ((campaigns.siteCategories[campaign] as number) << SITE_SHIFT) |
    (ages << AGE_SHIFT) |
    (isAll(ages, AGE_BANDS) ? UNKNOWN_AGE : 0) |
    (AD_CATEGORIES[category]?.isRestricted ? 0 : UNRESTRICTED)
  );
}

/** The second word. */
function interestBits({ campaigns }: AdsCatalogue, campaign: number): number {
  const mask = campaigns.interests[campaign] as number;
  return mask | (isAll(mask, INTERESTS) ? UNKNOWN_INTERESTS : 0);
}

/** Whether the creative is within its life, and so within its campaign's flight. */
export const isRunning = ({ creatives }: AdsCatalogue, ad: number, day: number): boolean =>
  (creatives.startDay[ad] as number) <= day && day < (creatives.endDay[ad] as number);

/** Ads that run at some time within [from, to), ascending. */
export function runningAds({ creatives }: AdsCatalogue, from: number, to: number): Int32Array {
  const ads: number[] = [];
  for (let ad = 0; ad < creatives.size && (creatives.startDay[ad] as number) < to; ad++)
    if ((creatives.endDay[ad] as number) > from) ads.push(ad);
  return Int32Array.from(ads);
}

const HOURS = 24;
/** The index of the ads that run in an hour, counted from the log's first: what a server keeps at hand. */
export const indexOfHour = (catalogue: AdsCatalogue, hour: number): TargetingIndex =>
  new TargetingIndex(catalogue, runningAds(catalogue, hour / HOURS, (hour + 1) / HOURS));
