/** Puts the ads pipeline together: targeting and two towers, filter, light ranker, click model, calibration, auction. */

import { ecpm } from "@/lib/evaluation/auction";
import { sigmoid } from "@/lib/evaluation/logit";
import { NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import { audienceOf, isRunning } from "@/lib/worlds/ads/targeting";
import { runPipeline } from "../run";
import type { LightRanker, MergedCandidates, Ranker } from "../types";
import { pairFeatures } from "./ad-shelf";
import { createAuction, createCalibrator } from "./auction-steps";
import { hourOf } from "./day-state";
import { editRequest, NO_EDITS } from "./edit-request";
import type { AdKnobs } from "./knobs";
import { AD_SOURCE_NAMES, type AdDropReason, type AdModelName, type AdStepName } from "./names";
import { createAdTowerRetriever, createTargetingRetriever } from "./retrievers";
import { NUMBER_COUNT, type RawFeatures } from "./rows";
import { type AdServing, predictorOf } from "./serving";
import type { AdRequestEdits } from "./trace";
import type { AdPipeline, AdPipelineRun, AdQuery } from "./types";

const BUDGET_LEFT = NUMERIC_FEATURES.findIndex(({ name }) => name === "budgetLeft");
const NO_PACING = new Float32Array(0);
/** All that the light ranker passes on is ranked and bids. */
const RANK_LIMIT = 2_000;

/** How budgets stand, by campaign: share spent, and multiplier of the bids. */
export type BudgetState = Pick<AdQuery, "spent" | "multipliers">;

/** The query of one run; notes are written into it, so a run needs one of its own. */
export function createQueryAt(
  { world, shelf, requests }: AdServing,
  number: number,
  budgets: BudgetState,
  edits: AdRequestEdits = NO_EDITS,
): AdQuery {
  const { request, slot } = editRequest(requests.at(number), edits);
  return {
    number,
    request,
    edits,
    slot,
    features: pairFeatures(world, request, shelf.ads.subarray(0, 1), { slot, position: 1 }),
    ...budgets,
    notes: {
      logits: new Map(),
      entries: new Map(),
      auctionOrder: new Int32Array(0),
      prices: new Map(),
      lastWinningECpm: 0,
    },
  };
}

/** The same with the budgets as they stand at the hour of the request. */
export function createAdQuery(
  serving: AdServing,
  number: number,
  knobs: AdKnobs,
  edits: AdRequestEdits = NO_EDITS,
): AdQuery {
  const { days, requests } = serving;
  const isPaced = knobs.pacing && !knobs.ablate.includes("pacing");
  const { spent, multipliers } = isPaced ? days.paced : days.unpaced;
  const hour = hourOf(editRequest(requests.at(number), edits).request.day);
  const budgets = { spent: spent[hour] ?? NO_PACING, multipliers: multipliers[hour] ?? NO_PACING };
  return createQueryAt(serving, number, budgets, edits);
}

/** Whether the budget lasts, the user has not seen it too often, and everybody allows it. */
function createAdFilter(serving: AdServing, { request, spent }: AdQuery, knobs: AdKnobs) {
  const { world, shelf, targeting } = serving;
  const audience = audienceOf(world, request);
  // Who opted out cannot be counted.
  const isCounted = world.users.optedOut[request.user] === 0;
  return (ad: number): AdDropReason | null => {
    const place = shelf.placeOf[ad] as number;
    const campaign = shelf.campaigns[place] as number;
    if (!isRunning(world.catalogue, ad, request.day)) return "flight";
    if (!targeting.isTargeted(place, audience)) return "targeting";
    if (!targeting.isAllowed(place, audience)) return "policy";
    if ((spent[campaign] as number) >= 1) return "budget";
    if (isCounted && world.counters.frequency(request.user, campaign) >= knobs.frequencyCap)
      return "frequency-cap";
    return null;
  };
}

/** Ads that a request may show: targeted, allowed, within flight, budget and frequency. */
export function eligibleAds(serving: AdServing, query: AdQuery, knobs: AdKnobs): Int32Array {
  const { lists, shelf } = serving;
  const reasonFor = createAdFilter(serving, query, knobs);
  return lists
    .search(query.request, shelf.ads.length)
    .map((place) => shelf.ads[place] as number)
    .filter((ad) => reasonFor(ad) === null);
}

function createLightRanker(
  { light, lightShift, shelf }: AdServing,
  knobs: AdKnobs,
): LightRanker<AdQuery, AdStepName, AdDropReason> {
  return {
    step: "light-rank",
    reason: "below-rank-limit",
    limit: knobs.lightRankLimit,
    score({ features }, { items }) {
      const scoreOf = light.forRequest(features);
      return Float32Array.from(items, (ad) => {
        const place = shelf.placeOf[ad] as number;
        return ecpm(shelf.bids[place] as number, sigmoid(scoreOf(place) + lightShift));
      });
    },
  };
}

/** Features of the candidates as the models see them, budgets as they stand at the hour of the request. */
export function candidateFeatures(
  serving: AdServing,
  { request, slot, spent }: AdQuery,
  ads: Int32Array,
): RawFeatures {
  const { world, shelf } = serving;
  const raw = pairFeatures(world, request, ads, { slot, position: 1 });
  for (const [i, ad] of ads.entries()) {
    const campaign = shelf.campaigns[shelf.placeOf[ad] as number] as number;
    raw.numbers[i * NUMBER_COUNT + BUDGET_LEFT] = Math.max(0, 1 - (spent[campaign] as number));
  }
  return raw;
}

function createAdRanker(serving: AdServing, knobs: AdKnobs): Ranker<AdQuery, "click", AdModelName> {
  const predictor = predictorOf(serving.models, knobs.ranker);
  return {
    name: knobs.ranker,
    rank(query, { items }: MergedCandidates) {
      const logits = predictor.score(candidateFeatures(serving, query, items));
      for (const [i, ad] of items.entries()) query.notes.logits.set(ad, logits[i] as number);
      const click = logits.map(sigmoid);
      return { items, heads: { click }, scores: click };
    },
  };
}

export function createAdPipeline(serving: AdServing): AdPipeline {
  const retrievers = [createTargetingRetriever(serving), createAdTowerRetriever(serving)];
  return {
    sources: AD_SOURCE_NAMES,
    retrievers: () => retrievers,
    prepareFilter: (query, knobs) => createAdFilter(serving, query, knobs),
    lightRankers: (knobs) => [createLightRanker(serving, knobs)],
    ranker: (knobs) => createAdRanker(serving, knobs),
    rerankingSteps(knobs) {
      const changes = knobs.negativeCorrection || knobs.calibration !== "none";
      return [
        { step: "calibrate", rerankers: changes ? [createCalibrator(serving, knobs)] : [] },
        { step: "auction", rerankers: [createAuction(serving, knobs)] },
      ];
    },
  };
}

export const runAdPipeline = (pipeline: AdPipeline, query: AdQuery, knobs: AdKnobs): AdPipelineRun =>
  runPipeline(pipeline, query, { ...knobs, rankLimit: RANK_LIMIT });
