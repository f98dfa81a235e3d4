/**
 * Where budgets stand at each moment of the day, with and without pacing: the day's auctions are run ahead by the light
 * ranker on a sample of the requests, each standing for several, and charge what they expect to. A request in the
 * afternoon then meets campaigns that have spent their budget.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import { audienceOf, isRunning, TargetingIndex } from "@/lib/worlds/ads/targeting";
import type { AdRequest, ObservedAdsWorld } from "@/lib/worlds/ads/types";
import { trafficShareUntil } from "@/lib/worlds/ads/visits";
import { type AdShelf, pairFeatures } from "./ad-shelf";
import { type Bidders, holdAuction, worthOf } from "./auction";
import { Budgets, LOOKS } from "./budgets";
import { type DayRequests, spreadRequests } from "./day-requests";
import type { LightScorer } from "./light-scorer";
import type { PostingLists } from "./posting-lists";

const SAMPLE = 1_500;
const RESERVE = 0.5;
/** Moments of the day that are kept, each before the hour begins. */
const HOURS = 24;

/** By hour and campaign: share of the budget spent, and multiplier of the bids. */
export type DayState = {
  readonly spent: readonly Float32Array[];
  readonly multipliers: readonly Float32Array[];
};
export type DayStates = { readonly paced: DayState; readonly unpaced: DayState };

export type DayParts = {
  readonly world: ObservedAdsWorld;
  readonly shelf: AdShelf;
  readonly requests: DayRequests;
  readonly lists: PostingLists;
  readonly light: LightScorer;
  /** Down-sampling of the light ranker's rows, as an addition to its logit. */
  readonly lightShift: number;
};

export const hourOf = (day: number): number =>
  Math.min(HOURS - 1, Math.floor((day - Math.floor(day)) * HOURS));

/** Calls `onLook` for each look at the budgets that is due before the moment. */
export function createLooks(onLook: (day: number) => void) {
  let looks = 0;
  return (day: number) => {
    const due = Math.floor((day - Math.floor(day)) * LOOKS);
    for (; looks < due; looks++) onLook(Math.floor(day) + (looks + 1) / LOOKS);
  };
}

/** Those that may compete by the light ranker. */
function gatherBidders(parts: DayParts, targeting: TargetingIndex, request: AdRequest, budgets: Budgets) {
  const { world, shelf, lists, light, lightShift } = parts;
  const audience = audienceOf(world, request);
  const places = lists
    .search(request, shelf.ads.length)
    .filter(
      (place) =>
        targeting.isAllowed(place, audience) &&
        isRunning(world.catalogue, shelf.ads[place] as number, request.day) &&
        !budgets.isSpent(shelf.campaigns[place] as number),
    );
  const scoreOf = light.forRequest(pairFeatures(world, request, shelf.ads.subarray(0, 1)));
  const bidders: Bidders = {
    count: places.length,
    bids: Float64Array.from(
      places,
      (place) =>
        (shelf.bids[place] as number) * (budgets.multipliers[shelf.campaigns[place] as number] as number),
    ),
    qualities: Float64Array.from(places, (place) => shelf.qualities[place] as number),
    clicks: Float64Array.from(places, (place) => sigmoid(scoreOf(place) + lightShift)),
    advertisers: places.map((place) => shelf.advertisers[place] as number),
  };
  return { places, bidders };
}

function runDay(parts: DayParts, isPaced: boolean): DayState {
  const { world, shelf, requests } = parts;
  const budgets = new Budgets(world.catalogue.campaigns, isPaced);
  const targeting = new TargetingIndex(world.catalogue, shelf.ads);
  const spent: Float32Array[] = [];
  const multipliers: Float32Array[] = [];
  const keepUntil = (hour: number) => {
    while (spent.length <= hour) {
      spent.push(Float32Array.from(budgets.spent, (_, campaign) => budgets.spentShare(campaign)));
      multipliers.push(Float32Array.from(budgets.multipliers));
    }
  };
  const look = createLooks((day) => budgets.look(trafficShareUntil(day)));
  const numbers = spreadRequests(requests, SAMPLE);
  const weight = requests.size / Math.max(1, numbers.length);
  for (const number of numbers) {
    const request = requests.at(number);
    look(request.day);
    keepUntil(hourOf(request.day));
    const { places, bidders } = gatherBidders(parts, targeting, request, budgets);
    for (const { bidder, price } of holdAuction(bidders, worthOf(bidders), 1, RESERVE))
      budgets.charge(
        shelf.campaigns[places[bidder] as number] as number,
        weight * price * (bidders.clicks[bidder] as number),
      );
  }
  keepUntil(HOURS - 1);
  return { spent, multipliers };
}

export const simulateDay = (parts: DayParts): DayStates => ({
  paced: runDay(parts, true),
  unpaced: runDay(parts, false),
});
