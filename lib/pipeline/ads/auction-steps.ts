/** The last two steps of a request, as re-rankers: predictions become probabilities, and probabilities become a winner. */
import { sigmoid } from "@/lib/evaluation/logit";
import { createRandom } from "@/lib/random";
import type { Drop, RankedList, Reranker } from "../types";
import { type Bidders, holdAuction, worthOf } from "./auction";
import type { AdKnobs } from "./knobs";
import type { AdDropReason } from "./names";
import { correctedLogit } from "./predictor";
import { type AdServing, predictorOf } from "./serving";
import type { AdQuery, AuctionEntry } from "./types";

type AdReranker = Reranker<AdQuery, AdDropReason>;
const CLICK_LIMIT = 1 - 1e-9;

/** By falling score; equal ones keep their order. */
function sortList({ items, scores }: RankedList): RankedList {
  const order = Array.from(items.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
  return {
    items: Int32Array.from(order, (i) => items[i] as number),
    scores: Float32Array.from(order, (i) => scores[i] as number),
  };
}

/** Undoes the sampling of negatives, then applies the calibration layer. */
export function createCalibrator({ models }: AdServing, knobs: AdKnobs): AdReranker {
  const { keptRate } = predictorOf(models, knobs.ranker);
  const calibrate = models.calibrations.calibrationOf(knobs.ranker, knobs.calibration);
  return {
    name: "calibrate",
    rerank({ notes }, { items }) {
      const scores = Float32Array.from(items, (ad) => {
        const logit = notes.logits.get(ad) ?? 0;
        return calibrate(correctedLogit(logit, keptRate, knobs.negativeCorrection));
      });
      return { ...sortList({ items, scores }), drops: [], moves: [] };
    },
  };
}

/**
 * Thompson sampling of one ad (Chapelle and Li, 2011): the logit moves by a normal draw whose deviation falls with the
 * clicks that are known of it, `strength * z / \sqrt{1 + c}`.
 */
export const exploreClick = (click: number, knownClicks: number, strength: number, draw: number): number =>
  sigmoid(Math.log(click / (1 - click)) + (strength * draw) / Math.sqrt(1 + knownClicks));

/** The entries of those that compete, in the order of the list. */
function enterAuction(serving: AdServing, query: AdQuery, knobs: AdKnobs, list: RankedList): AuctionEntry[] {
  const { world, shelf, models } = serving;
  const { counters } = world;
  const { keptRate } = predictorOf(models, knobs.ranker);
  const draws = knobs.exploration > 0 ? createRandom(`exploration/${query.number}`) : null;
  const isCorrected = knobs.negativeCorrection && !knobs.ablate.includes("calibrate");
  return Array.from(list.items, (ad, i) => {
    const place = shelf.placeOf[ad] as number;
    const logit = query.notes.logits.get(ad) ?? 0;
    const calibrated = Math.min(CLICK_LIMIT, Math.max(1e-9, list.scores[i] as number));
    const known = counters.adImpressions(ad) * counters.adRate(ad);
    return {
      raw: sigmoid(logit),
      corrected: sigmoid(correctedLogit(logit, keptRate, isCorrected)),
      calibrated,
      explored: draws ? exploreClick(calibrated, known, knobs.exploration, draws.normal()) : calibrated,
      bid: shelf.bids[place] as number,
      pacing: query.multipliers[shelf.campaigns[place] as number] as number,
      quality: knobs.ablate.includes("quality") ? 1 : (shelf.qualities[place] as number),
      eCpm: 0,
    };
  });
}

export function biddersOf(entries: readonly AuctionEntry[], advertisers: Int32Array): Bidders {
  return {
    count: entries.length,
    bids: Float64Array.from(entries, ({ bid, pacing }) => bid * pacing),
    qualities: Float64Array.from(entries, ({ quality }) => quality),
    clicks: Float64Array.from(entries, ({ explored }) => explored),
    advertisers,
  };
}

export function createAuction(serving: AdServing, knobs: AdKnobs): AdReranker {
  const { shelf } = serving;
  return {
    name: "auction",
    rerank(query, list) {
      const { notes } = query;
      const entries = enterAuction(serving, query, knobs, list);
      const advertisers = list.items.map((ad) => shelf.advertisers[shelf.placeOf[ad] as number] as number);
      const bidders = biddersOf(entries, advertisers);
      const worth = worthOf(bidders);
      for (const [i, ad] of list.items.entries())
        notes.entries.set(ad, { ...(entries[i] as AuctionEntry), eCpm: worth[i] as number });
      const sorted = sortList({ items: list.items, scores: Float32Array.from(worth) });
      notes.auctionOrder = sorted.items;
      const wins = holdAuction(bidders, worth, list.slateSize, knobs.reserve);
      const items = Int32Array.from(wins, ({ bidder }) => list.items[bidder] as number);
      const scores = Float32Array.from(wins, ({ bidder }) => worth[bidder] as number);
      for (const { bidder, price } of wins) notes.prices.set(list.items[bidder] as number, price);
      notes.lastWinningECpm = scores.at(-1) ?? knobs.reserve;
      const won = new Set(items);
      const drops = Array.from(sorted.items).flatMap((ad, i): Drop<AdDropReason>[] => {
        if (won.has(ad)) return [];
        return [
          { item: ad, reason: (sorted.scores[i] as number) < knobs.reserve ? "below-reserve" : "outbid" },
        ];
      });
      return { items, scores, drops, moves: [] };
    },
  };
}
