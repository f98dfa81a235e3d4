/**
 * The features of an impression, by name, in the order of their columns. All come from what is observed: ids and
 * attributes, the request, and counters that know only what had happened and been joined by then (counters.ts).
 * The same functions wrote the log and serve a request, so training and serving cannot differ.
 */
import {
  AD_CATEGORIES,
  AGE_BANDS,
  CALLS_TO_ACTION,
  DEVICES,
  FORMATS,
  INTERESTS,
  PRICE_TIERS,
  REGIONS,
  SITE_CATEGORIES,
  WEEKDAYS,
} from "./vocabulary";

/** Why a value is missing (NaN). */
export const MISSING_REASONS = {
  "opted-out": "the user opted out of tracking",
  "new-ad": "the creative has too few joined impressions",
  "never-seen": "the user has not seen the campaign, or opted out",
  "not-shown": "the creative shows no price",
  "not-measured": "the advertiser is new: its landing page was not measured",
} as const;
export type MissingReason = keyof typeof MISSING_REASONS;

export type NumericFeature = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** How a model should read it: amounts by log(1 + x), rates by their logit, the others as they are. */
  readonly scale: "linear" | "amount" | "rate";
  readonly missing: MissingReason | null;
};

const numeric = (
  name: string,
  label: string,
  unit: string,
  scale: NumericFeature["scale"],
  missing: MissingReason | null = null,
) => ({ name, label, unit, scale, missing }) as const;

export const NUMERIC_FEATURES = [
  numeric("adAge", "Age of the ad", "hours", "amount"),
  numeric("campaignDaysLeft", "Days left of the flight", "days", "amount"),
  numeric("bid", "Bid", "per click", "amount"),
  numeric("budgetLeft", "Budget left today", "share", "linear"),
  numeric("adCtr", "Click rate of the ad", "smoothed, decayed", "rate", "new-ad"),
  numeric("adImpressions", "Impressions of the ad", "decayed count", "amount"),
  numeric("advertiserCtr", "Click rate of the advertiser", "smoothed, decayed", "rate"),
  numeric("siteCtr", "Click rate of the site", "smoothed, decayed", "rate"),
  numeric("userCtr", "Click rate of the user", "smoothed, decayed", "rate", "opted-out"),
  numeric("userImpressions", "Impressions of the user", "decayed count", "amount", "opted-out"),
  numeric("campaignFrequency", "Times the user saw the campaign", "count", "amount", "opted-out"),
  numeric("campaignRecency", "Since the user saw the campaign", "minutes", "amount", "never-seen"),
  numeric("pageDepth", "Pages in this visit", "pages", "amount"),
  numeric("titleLength", "Length of the title", "characters", "linear"),
  numeric("price", "Price in the ad", "currency", "amount", "not-shown"),
  numeric("landingTime", "Load time of the landing page", "seconds", "amount", "not-measured"),
] as const satisfies readonly NumericFeature[];
export type NumericFeatureName = (typeof NUMERIC_FEATURES)[number]["name"];

export type CategoricalFeature = {
  readonly name: string;
  readonly label: string;
  /** Words of its values, or null for ids, whose number depends on the world (`categoricalSizes`). */
  readonly values: readonly string[] | null;
  /** True when the last value means "unknown" (opted out of tracking). */
  readonly hasUnknown: boolean;
  /** True for slot and position: known only after the auction, so a model must not mix them with the ad. */
  readonly isPlacement: boolean;
};

const known = (name: string, label: string, values: readonly string[] | null) =>
  ({ name, label, values, hasUnknown: false, isPlacement: false }) as const;
const tracked = (name: string, label: string, values: readonly string[] | null) =>
  ({ name, label, values: values && [...values, "unknown"], hasUnknown: true, isPlacement: false }) as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}:00`);

export const CATEGORICAL_FEATURES = [
  known("advertiser", "Advertiser", null),
  known("campaign", "Campaign", null),
  known("ad", "Ad", null),
  known(
    "category",
    "Category of the ad",
    AD_CATEGORIES.map(({ name }) => name),
  ),
  known("priceTier", "Price tier", PRICE_TIERS),
  known("format", "Format", FORMATS),
  known("callToAction", "Call to action", CALLS_TO_ACTION),
  known("site", "Site", null),
  known("siteCategory", "Category of the site", SITE_CATEGORIES),
  known("device", "Device", DEVICES),
  known("region", "Region", REGIONS),
  known("hour", "Hour", HOURS),
  known("weekday", "Weekday", WEEKDAYS),
  tracked("user", "User", null),
  tracked("ageBand", "Age band", AGE_BANDS),
  tracked("interest", "Interest", INTERESTS),
  tracked("secondInterest", "Second interest", INTERESTS),
  { ...known("slot", "Slot", ["feed", "side"]), isPlacement: true },
  { ...known("position", "Position in the slot", ["1", "2", "3", "4"]), isPlacement: true },
] as const satisfies readonly CategoricalFeature[];
export type CategoricalFeatureName = (typeof CATEGORICAL_FEATURES)[number]["name"];
