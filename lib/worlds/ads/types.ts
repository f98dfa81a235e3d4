/**
 * The shapes of the ads world. Structures of arrays throughout: row i of each array is creative i (or campaign, user,
 * request, impression i). What a model may see (catalogue, users, sites, requests, log, counters) and what only the
 * simulator and a judge know (`AdsTruth`) are separate types. An "ad" is a creative; money is in units of one currency.
 * Moments are days since the world began: day 3.25 is 6 in the morning of the fourth day, in everybody's local time.
 */
import type { AdsCounters } from "./counters";

export type AdsWorldConfig = {
  readonly seed: number;
  /** Rows of the log. */
  readonly impressions: number;
  /** Length of the log. Day 0 is a Monday. */
  readonly days: number;
  readonly advertisers: number;
  readonly campaigns: number;
  readonly creatives: number;
  readonly users: number;
  readonly sites: number;
};

export const DEFAULT_ADS_WORLD: AdsWorldConfig = {
  seed: 11,
  impressions: 1_500_000,
  days: 14,
  advertisers: 2_000,
  campaigns: 6_000,
  creatives: 20_000,
  users: 4_000,
  sites: 300,
};

export type AdsAdvertisers = {
  readonly size: number;
  /** Index into AD_CATEGORIES. */
  readonly category: Uint8Array;
  /** Index into PRICE_TIERS. */
  readonly priceTier: Uint8Array;
  /** Median time to load the landing page; NaN until it was measured (new advertisers). */
  readonly landingSeconds: Float32Array;
};

/** Targeting is five bit masks: bit i admits entry i of the list in vocabulary.ts. A mask of all bits does not target. */
export type AdsCampaigns = {
  readonly size: number;
  readonly advertiser: Int32Array;
  /** Most that a click may cost. */
  readonly bid: Float32Array;
  readonly dailyBudget: Float32Array;
  /** The flight: shown from startDay (inclusive) to endDay. */
  readonly startDay: Float32Array;
  readonly endDay: Float32Array;
  readonly regions: Uint16Array;
  readonly ageBands: Uint16Array;
  readonly interests: Uint16Array;
  readonly devices: Uint16Array;
  readonly siteCategories: Uint16Array;
};

export type AdsCreatives = {
  readonly size: number;
  readonly campaign: Int32Array;
  /** Within the campaign's flight. Ordered by startDay; negative before the log starts. */
  readonly startDay: Float32Array;
  readonly endDay: Float32Array;
  /** Index into FORMATS. */
  readonly format: Uint8Array;
  /** Index into CALLS_TO_ACTION. */
  readonly callToAction: Uint8Array;
  /** Price in the ad; NaN when it shows none. */
  readonly price: Float32Array;
  /** Characters of the title (titles.ts). */
  readonly titleLength: Uint8Array;
};

export type AdsCatalogue = {
  readonly advertisers: AdsAdvertisers;
  readonly campaigns: AdsCampaigns;
  readonly creatives: AdsCreatives;
};

/** As the ad server knows people. Who opted out of tracking is known by region only: age and interests are UNKNOWN. */
export type AdsUsers = {
  readonly size: number;
  readonly optedOut: Uint8Array;
  /** Index into REGIONS. */
  readonly region: Uint8Array;
  /** Index into AGE_BANDS, or UNKNOWN. */
  readonly ageBand: Uint8Array;
  /** Indices into INTERESTS, or UNKNOWN: the strongest interest and the next. */
  readonly interest: Uint8Array;
  readonly secondInterest: Uint8Array;
};
export const UNKNOWN = 255;

export type AdsSites = {
  readonly size: number;
  /** Index into SITE_CATEGORIES. */
  readonly category: Uint8Array;
  /** 1 when the site takes no ads of restricted categories. */
  readonly refusesRestricted: Uint8Array;
};

/** One page view that asks for ads. */
export type AdRequest = {
  readonly user: number;
  readonly site: number;
  /** Index into DEVICES. */
  readonly device: number;
  readonly day: number;
  /** Pages seen in this visit, from 1. */
  readonly pageDepth: number;
};

/** All requests of the log, ordered by time. */
export type AdsRequests = {
  readonly size: number;
  readonly user: Int32Array;
  readonly site: Uint16Array;
  readonly device: Uint8Array;
  readonly day: Float64Array;
  readonly pageDepth: Uint8Array;
};

export const SLOTS = ["feed", "side"] as const;
export const FEED = 0;
export const SIDE = 1;
/** Positions of a page: every device has a feed, phones and televisions no side column. */
export const FEED_POSITIONS = 4;
export const SIDE_POSITIONS = 2;
export type Placement = { readonly slot: number; readonly position: number };

/** One row per impression, ordered by time. The labels of a row are known only later: see the delays. */
export type AdsLog = {
  readonly size: number;
  readonly request: Int32Array;
  readonly creative: Int32Array;
  /** FEED or SIDE. */
  readonly slot: Uint8Array;
  /** From 1 within the slot. */
  readonly position: Uint8Array;
  /** 1 when the exploration chose the ad at random. */
  readonly explored: Uint8Array;
  /** Probability that the logging policy puts this ad here, given the request's candidates and the ads above. */
  readonly propensity: Float32Array;
  /** Candidates of the request that were left for this position. */
  readonly candidates: Uint8Array;
  /** P(click) by the old model that ran the auction. */
  readonly predictedClick: Float32Array;
  /** What a click costs by the auction; at most the bid. */
  readonly pricePerClick: Float32Array;
  /** [size, NUMERIC_FEATURES.length]: as they were when the ad was served; NaN is missing. */
  readonly numeric: Float32Array;
  /** 1 when at least half of the ad was on screen for a second. */
  readonly viewable: Uint8Array;
  /** A valid click within CLICK_WINDOW_SECONDS. */
  readonly clicked: Uint8Array;
  /** From impression to click; NaN without one. */
  readonly clickDelaySeconds: Float32Array;
  /** A click by a machine: seen through at once, so it is not among `clicked` and nobody pays for it. */
  readonly invalidClicked: Uint8Array;
  readonly converted: Uint8Array;
  /** From click to conversion, up to CONVERSION_WINDOW_DAYS; NaN without one. */
  readonly conversionDelaySeconds: Float32Array;
};

export const CLICK_WINDOW_SECONDS = 1_800;
export const CONVERSION_WINDOW_DAYS = 30;

/** Never shown to a model: used to simulate, and to judge. Rows of a [a, b] table lie one after another. */
export type AdsTruth = {
  /** Known to the simulator for everybody, also those who opted out. */
  readonly userAgeBand: Uint8Array;
  readonly userInterest: Uint8Array;
  readonly userSecondInterest: Uint8Array;
  readonly effects: AdsEffects;
  /** Logits that no observed column holds. */
  readonly userClickiness: Float32Array;
  readonly siteQuality: Float32Array;
  readonly advertiserQuality: Float32Array;
  readonly creativeQuality: Float32Array;
  /** Seconds, also of advertisers whose landing page was not measured. */
  readonly landingSeconds: Float32Array;
  /** Per slot: the logit that brings it to its base rate. */
  readonly intercepts: Float32Array;
  readonly log: AdsLogTruth;
};

/** Per impression: P(viewable), P(click given viewable) and P(conversion given click). */
export type AdsLogTruth = {
  readonly viewable: Float32Array;
  readonly click: Float32Array;
  readonly conversion: Float32Array;
};

/** Effects on the click's logit; crosses are centred over rows and columns, so that nothing of them is a main effect. */
export type AdsEffects = {
  readonly category: Float32Array;
  readonly format: Float32Array;
  readonly callToAction: Float32Array;
  readonly device: Float32Array;
  readonly siteCategory: Float32Array;
  /** [INTERESTS, AD_CATEGORIES] as the log starts and as it ends; on the days between, a mixture of both. */
  readonly interestByCategory: Float32Array;
  readonly lateInterestByCategory: Float32Array;
  /** [SITE_CATEGORIES, AD_CATEGORIES]. */
  readonly siteByCategory: Float32Array;
  /** [DEVICES, FORMATS]. */
  readonly deviceByFormat: Float32Array;
  /** [AGE_BANDS, PRICE_TIERS]. */
  readonly ageByPriceTier: Float32Array;
  /** [CALLS_TO_ACTION, DEVICES]. */
  readonly callToActionByDevice: Float32Array;
  /** Per format: logits lost per e-fold of the creative's age in days, and of earlier views of the campaign. */
  readonly wearOut: Float32Array;
  readonly fatigue: Float32Array;
  /** Per category: the fashion of a day is amplitude sin(2 pi day / period + phase). */
  readonly wavePeriod: Float32Array;
  readonly wavePhase: Float32Array;
};

/** All that a model, a pipeline or a dashboard may read. */
export type ObservedAdsWorld = {
  readonly config: AdsWorldConfig;
  readonly catalogue: AdsCatalogue;
  readonly users: AdsUsers;
  readonly sites: AdsSites;
  readonly requests: AdsRequests;
  readonly log: AdsLog;
  /** As they stand when the log ends: what a request after it is served with. */
  readonly counters: AdsCounters;
};

export type AdsWorld = ObservedAdsWorld & { readonly truth: AdsTruth };
