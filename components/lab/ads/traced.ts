/** An ad run as the tables of the lab core read it: every traced thing is an item, ranked by its place in the auction. */
import type { AdItemTrace, AdRun } from "@/lib/pipeline/ads/trace";

export type TracedAd = Omit<AdItemTrace, "card" | "position"> & {
  card: AdItemTrace["card"] & { item: number };
  position: AdItemTrace["position"] & { ranked: number | null };
};

export const tracedAd = (trace: AdItemTrace): TracedAd => ({
  ...trace,
  card: { ...trace.card, item: trace.card.ad },
  position: { ...trace.position, ranked: trace.position.auction },
});

export const tracedAds = ({ steps, sources, slate, others }: AdRun) => ({
  steps,
  sources,
  slate: slate.map(tracedAd),
  others: others.map(tracedAd),
});
