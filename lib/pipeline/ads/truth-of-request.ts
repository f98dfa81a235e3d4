/** What the simulator knows of the ads of one request: for the reader and for judging, never for a model. */
import { trueProbabilities } from "@/lib/worlds/ads/behaviour";
import { holdAuction, worthOf } from "./auction";
import { biddersOf } from "./auction-steps";
import type { AdKnobs } from "./knobs";
import type { AdServing } from "./serving";
import type { AdPipelineRun, AdQuery, AuctionEntry } from "./types";

/** P(click) of an ad at a position of the slot that is sold, from 1; viewability included. */
export function trueClick(
  { world }: AdServing,
  { request, slot }: AdQuery,
  ad: number,
  position = 1,
): number {
  const campaign = world.catalogue.creatives.campaign[ad] as number;
  const views = world.counters.frequency(request.user, campaign);
  return trueProbabilities(world, request, ad, { slot, position }, views).click;
}

export type Outcome = {
  readonly predictedRevenue: number;
  readonly expectedRevenue: number;
  readonly predictedToTrue: number | null;
  readonly bestRevenue: number;
  /** Clicks that the simulator expects of the winners. */
  readonly expectedClicks: number;
};

/** What the same auction brings among all ads that passed the filter when everybody knows the truth. */
function bestRevenue(serving: AdServing, query: AdQuery, knobs: AdKnobs, ads: readonly number[]): number {
  const { shelf } = serving;
  const places = ads.map((ad) => shelf.placeOf[ad] as number);
  const entries = places.map((place, i): AuctionEntry => {
    const click = trueClick(serving, query, ads[i] as number);
    const pacing = query.multipliers[shelf.campaigns[place] as number] as number;
    const quality = knobs.ablate.includes("quality") ? 1 : (shelf.qualities[place] as number);
    const bid = shelf.bids[place] as number;
    return {
      raw: click,
      corrected: click,
      calibrated: click,
      explored: click,
      bid,
      pacing,
      quality,
      eCpm: 0,
    };
  });
  const bidders = biddersOf(
    entries,
    Int32Array.from(places, (place) => shelf.advertisers[place] as number),
  );
  const wins = holdAuction(bidders, worthOf(bidders), knobs.slateSize, knobs.reserve);
  return wins.reduce((sum, { bidder, price }) => sum + price * (bidders.clicks[bidder] as number), 0);
}

/** Money and clicks of one run, as predicted and in truth. */
export function judgeRun(
  serving: AdServing,
  query: AdQuery,
  { slate }: AdPipelineRun,
): Omit<Outcome, "bestRevenue"> {
  let predicted = 0;
  let expected = 0;
  let predictedClicks = 0;
  let clicks = 0;
  for (const [i, ad] of slate.entries()) {
    const price = query.notes.prices.get(ad) ?? 0;
    const click = query.notes.entries.get(ad)?.calibrated ?? 0;
    const truth = trueClick(serving, query, ad, i + 1);
    predicted += price * click;
    expected += price * truth;
    predictedClicks += click;
    clicks += truth;
  }
  return {
    predictedRevenue: predicted,
    expectedRevenue: expected,
    predictedToTrue: clicks > 0 ? predictedClicks / clicks : null,
    expectedClicks: clicks,
  };
}

/** The same, beside the best that the auction could have brought. */
export function judgeAgainstBest(
  serving: AdServing,
  query: AdQuery,
  knobs: AdKnobs,
  run: AdPipelineRun,
): Outcome {
  const passed = Array.from(run.merged.items).filter((ad) => run.left.get(ad)?.step !== "filter");
  return {
    ...judgeRun(serving, query, run),
    bestRevenue: bestRevenue(serving, query, knobs, passed),
  };
}
