/** The ads lab in the list of labs. Read on the server only. */
import { formatRate } from "@/components/lab/ads/ads-format";
import { precomputedAdsStart } from "@/components/lab/ads/precomputed";
import { formatCount } from "@/components/lab/format";
import type { LabEntry } from "@/components/lab/lab-entry";

export function adsLabEntry(): LabEntry {
  const { world } = precomputedAdsStart().card;
  return {
    path: "/lab/ads",
    title: "Ad click prediction",
    text: "Targeting and a two-tower, a ladder of click models, calibration and a second-price auction with pacing, over a world whose click probabilities are known. See what every ad bids, pays and why it lost; measure calibration, down-sampling, hashing, the winner’s curse and drift.",
    facts: `${formatCount(world.ads)} ads · ${formatCount(world.impressions)} impressions in the log, ${formatRate(world.clickRate)} of them clicked`,
  };
}
