/** A small ad run made by hand: bidders by bid and click rate, in an auction with the knobs given. */
import { type AdKnobs, DEFAULT_AD_KNOBS } from "@/lib/pipeline/ads/knobs";
import type { AdItemTrace, AdRun } from "@/lib/pipeline/ads/trace";

export type SampleBidder = {
  ad: number;
  bid: number;
  rate: number;
  truth?: number;
  pacing?: number;
};

function traceOf(
  bidder: SampleBidder,
  place: number,
  won: boolean,
  price: number | null,
  reserve: number,
): AdItemTrace {
  const { ad, bid, rate, truth = rate, pacing = 1 } = bidder;
  const eCpm = 1000 * bid * pacing * rate;
  return {
    card: {
      ad,
      title: `Ad ${ad}`,
      advertiser: "Alder Travel",
      advertiserId: 1,
      campaign: "Spring",
      campaignId: 2,
      category: "Travel",
      format: "image",
      ageDays: 2,
      impressions: 1_000,
      clicks: 12,
      targeting: [],
    },
    sources: [{ source: "targeting", rank: place, score: 1 }],
    heads: { click: rate },
    score: eCpm,
    lightScore: rate,
    prediction: { raw: rate, corrected: rate, calibrated: rate, explored: rate },
    auction: {
      bid,
      pacing,
      quality: 1,
      eCpm,
      price,
      pricePerMille: price === null ? null : 1000 * price * rate,
      winningBid: won ? null : bid * 1.5,
    },
    truth,
    trueECpm: 1000 * bid * truth,
    features: [],
    crosses: [],
    position: {
      retrieved: place,
      "light-rank": place,
      rank: place,
      auction: place,
      slate: won ? place : null,
    },
    moves: [],
    left: won ? null : { step: "auction", reason: eCpm < reserve ? "below-reserve" : "outbid" },
  };
}

/** Second price per thousand, the reserve where nobody stands below. */
export function sampleRun(bidders: readonly SampleBidder[], part: Partial<AdKnobs> = {}): AdRun {
  const knobs = { ...DEFAULT_AD_KNOBS, ...part };
  const eCpmOf = ({ bid, rate, pacing = 1 }: SampleBidder) => 1000 * bid * pacing * rate;
  const sorted = [...bidders].sort((a, b) => eCpmOf(b) - eCpmOf(a));
  const traces = sorted.map((bidder, index) => {
    const won = index < knobs.slateSize && eCpmOf(bidder) >= knobs.reserve;
    const next = sorted[index + 1];
    const floor = Math.max(knobs.reserve, next ? eCpmOf(next) : 0);
    return traceOf(bidder, index + 1, won, won ? floor / (1000 * bidder.rate) : null, knobs.reserve);
  });
  const slate = traces.filter(({ left }) => left === null);
  const revenueBy = (of: (trace: AdItemTrace) => number) =>
    slate.reduce((sum, trace) => sum + (trace.auction?.price ?? 0) * of(trace), 0);
  const predictedRevenue = revenueBy((trace) => trace.prediction?.explored ?? 0);
  const expectedRevenue = revenueBy(({ truth }) => truth);
  return {
    request: {
      request: 5,
      user: "user 0412",
      userId: 412,
      site: "Alder Daily",
      siteCategory: "News",
      slot: "feed",
      device: "phone",
      region: "North",
      day: 13,
      hour: 20,
      isOptedOut: false,
    },
    knobs,
    liveAds: 5_000,
    ranker: knobs.ranker,
    totalMilliseconds: 5,
    steps: [
      { step: "light-rank", itemsIn: 900, itemsOut: 300, milliseconds: 1, drops: {}, wasSkipped: false },
      {
        step: "auction",
        itemsIn: traces.length,
        itemsOut: slate.length,
        milliseconds: 0.1,
        drops: { outbid: traces.length - slate.length },
        wasSkipped: false,
      },
    ],
    sources: [],
    slate,
    others: traces.filter(({ left }) => left !== null),
    outcome: {
      predictedRevenue,
      expectedRevenue,
      predictedToTrue: slate.length === 0 ? null : predictedRevenue / expectedRevenue,
      bestRevenue: expectedRevenue,
    },
    backend: "wasm",
  };
}
