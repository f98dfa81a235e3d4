/**
 * Brings the slots to their base rates: the click's logit needs an intercept that depends on everything else. Found on
 * pilot requests with ads drawn from those they target.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import type { Random } from "@/lib/random";
import { type BehaviourWorld, clickLogitBeforeSlot, viewableProbability } from "./behaviour";
import { indexOfHour } from "./targeting";
import { type AdsRequests, type AdsUsers, FEED, FEED_POSITIONS, SIDE, SIDE_POSITIONS } from "./types";
import { requestAt } from "./visits";

export const BASE_RATES = [0.01, 0.001] as const;
const PILOT_REQUESTS = 200;
const ADS_PER_REQUEST = 24;
/** The logging policy's ads are so many times as attractive as the pilot's, since it learns while it runs. */
const POLICY_GAINS = [1.38, 1.6] as const;
const BISECTIONS = 40;

/** Mean of P(viewable) over the positions of a slot. */
function meanViewable(slot: number): number {
  const positions = slot === FEED ? FEED_POSITIONS : SIDE_POSITIONS;
  let sum = 0;
  for (let position = 1; position <= positions; position++) sum += viewableProbability({ slot, position });
  return sum / positions;
}

/** Intercept per slot for the base rates to come out. */
export function findIntercepts(
  world: BehaviourWorld & { readonly users: AdsUsers; readonly requests: AdsRequests },
  random: Random,
): Float32Array {
  const logits: number[] = [];
  for (let pilot = 0; pilot < PILOT_REQUESTS; pilot++) {
    const request = requestAt(world.requests, random.integer(world.requests.size));
    const ads = indexOfHour(world.catalogue, Math.floor(request.day * 24)).targetedAds(world, request);
    for (let i = 0; i < Math.min(ADS_PER_REQUEST, ads.length); i++) {
      const ad = ads[random.integer(ads.length)] as number;
      logits.push(clickLogitBeforeSlot(world, request, ad, 0));
    }
  }
  return Float32Array.from([FEED, SIDE], (slot) => {
    const target = (BASE_RATES[slot] ?? 0) / meanViewable(slot) / (POLICY_GAINS[slot] ?? 1);
    let [low, high] = [-20, 10];
    for (let step = 0; step < BISECTIONS; step++) {
      const middle = (low + high) / 2;
      const mean = logits.reduce((sum, logit) => sum + sigmoid(logit + middle), 0) / logits.length;
      if (mean < target) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
}
