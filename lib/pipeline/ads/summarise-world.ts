/** The ads world in numbers, and the hash by which models know that it is theirs. */
import { CATEGORICAL_FEATURES, NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import { type AdsWorld, SLOTS } from "@/lib/worlds/ads/types";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import { planAdDays } from "./plan";
import { CODE_COUNT, dayOfRow, NUMBER_COUNT, readRows, rowsBetween, thinRows } from "./rows";
import type { AdWorldSummary, FeatureColumn } from "./trace";

/** Rows that decide how often a column is missing. */
const COLUMN_SAMPLE = 20_000;

const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0);

/**
 * FNV-1a over the columns that the models learn from. `hashAdsWorld` covers all that is observed, but at the default size it
 * takes 1.1 s, which opening the lab would wait for.
 */
export function hashLog({ log }: AdsWorld): string {
  let hash = 0x811c9dc5;
  for (let row = 0; row < log.size; row++) {
    hash = Math.imul(hash ^ (log.creative[row] as number), 0x01000193);
    hash = Math.imul(hash ^ (log.request[row] as number), 0x01000193);
    hash = Math.imul(hash ^ (log.clicked[row] as number), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function describeColumns(world: AdsWorld): FeatureColumn[] {
  const { config } = world;
  const raw = readRows(world, thinRows(rowsBetween(world, 0, config.days), COLUMN_SAMPLE));
  const sizes = categoricalSizes(world);
  const share = (isMissing: (row: number) => boolean) => {
    let missing = 0;
    for (let row = 0; row < raw.count; row++) if (isMissing(row)) missing++;
    return missing / Math.max(1, raw.count);
  };
  const numeric = NUMERIC_FEATURES.map(({ label }, f): FeatureColumn => {
    const missing = share((row) => Number.isNaN(raw.numbers[row * NUMBER_COUNT + f] as number));
    return { name: label, kind: "numeric", values: 0, missing };
  });
  const categorical = CATEGORICAL_FEATURES.map(({ label, hasUnknown }, f): FeatureColumn => {
    const values = sizes[f] ?? 0;
    const missing = hasUnknown ? share((row) => raw.codes[row * CODE_COUNT + f] === values - 1) : 0;
    return { name: label, kind: "categorical", values, missing };
  });
  return [...numeric, ...categorical];
}

function describeSlots({ log }: AdsWorld) {
  return SLOTS.map((name, slot) => {
    let impressions = 0;
    let clicks = 0;
    for (let row = 0; row < log.size; row++) {
      if (log.slot[row] !== slot) continue;
      impressions++;
      clicks += log.clicked[row] as number;
    }
    return { name, impressions, clickRate: clicks / Math.max(1, impressions) };
  });
}

function shareOfNewAds(world: AdsWorld): number {
  const { log, catalogue } = world;
  let young = 0;
  for (let row = 0; row < log.size; row++)
    if (dayOfRow(world, row) - (catalogue.creatives.startDay[log.creative[row] as number] as number) < 1)
      young++;
  return young / Math.max(1, log.size);
}

export function summariseAdWorld(world: AdsWorld): AdWorldSummary {
  const { config, log, users } = world;
  const clicks = sum(log.clicked);
  return {
    seed: config.seed,
    days: config.days,
    impressions: log.size,
    viewable: sum(log.viewable),
    clicks,
    conversions: sum(log.converted),
    clickRate: clicks / Math.max(1, log.size),
    advertisers: config.advertisers,
    campaigns: config.campaigns,
    ads: config.creatives,
    users: config.users,
    sites: config.sites,
    slots: describeSlots(world),
    columns: describeColumns(world),
    optedOutShare: sum(users.optedOut) / users.size,
    newAdShare: shareOfNewAds(world),
    plan: planAdDays(world),
    hash: hashLog(world),
  };
}
