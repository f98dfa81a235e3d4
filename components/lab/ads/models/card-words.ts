/** The model card of the ads lab as names and values. */
import { formatRate } from "@/components/lab/ads/ads-format";
import { CALIBRATION_LABELS, CORRECTION_LABELS } from "@/components/lab/ads/ads-words";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import type { AdModelCard } from "@/lib/pipeline/ads/model-card";
import type { AdWorldSummary } from "@/lib/pipeline/ads/trace";

type Fact = { name: string; value: string };

export function worldFacts(world: AdWorldSummary): Fact[] {
  const { plan } = world;
  return [
    { name: "World seed", value: String(world.seed) },
    { name: "Log", value: `${world.days} days, ${formatCount(world.impressions)} impressions` },
    {
      name: "Clicks",
      value: `${formatCount(world.clicks)}, ${formatRate(world.clickRate)} of the impressions; ${formatCount(world.conversions)} conversions`,
    },
    { name: "Viewable", value: formatShare(world.viewable / Math.max(1, world.impressions)) },
    {
      name: "Ads",
      value: `${formatCount(world.ads)} of ${formatCount(world.campaigns)} campaigns of ${formatCount(world.advertisers)} advertisers`,
    },
    { name: "People and sites", value: `${formatCount(world.users)} and ${formatCount(world.sites)}` },
    { name: "Opted out", value: `${formatShare(world.optedOutShare)} of the impressions` },
    { name: "Ads of the last day", value: `${formatShare(world.newAdShare)} of the impressions` },
    {
      name: "Days",
      value: `trained on 1 to ${plan.trainEnd}, calibrated on ${plan.trainEnd + 1} to ${plan.calibrationEnd}, tested on ${plan.calibrationEnd + 1} to ${plan.testEnd}`,
    },
    { name: "Hash of the log", value: world.hash },
  ];
}

export function cardFacts({ version, options, retrievalRecall, latency }: AdModelCard): Fact[] {
  const { negativeRate, correction, calibration } = options;
  return [
    { name: "Version", value: version },
    { name: "Training seed", value: String(options.seed) },
    {
      name: "Negatives",
      value: `${formatShare(negativeRate)} kept; ${CORRECTION_LABELS[correction].toLowerCase()}`,
    },
    { name: "Calibration", value: CALIBRATION_LABELS[calibration] },
    {
      name: "Hashed table",
      value: `${formatCount(2 ** options.hashBits)} rows of ${options.embeddingSize} numbers`,
    },
    {
      name: "Two-tower",
      value: `${formatShare(retrievalRecall.at100)} of the clicked ads among the nearest 100, ${formatShare(retrievalRecall.chance)} by chance; trained in ${retrievalRecall.seconds.toFixed(1)} s`,
    },
    {
      name: "One request",
      value: `${formatMilliseconds(latency.p50Ms)} (median), ${formatMilliseconds(latency.p95Ms)} (95th percentile) with ${formatCount(latency.eligible)} eligible ads`,
    },
  ];
}
