/**
 * A recommender that learns from what it showed: every round it ranks by what its own log says, shows the top, and adds the clicks
 * to the log. Without exploration an item that began badly is never shown again, so no later row can correct it (degenerate
 * feedback loops: Jiang, Chiappa, Lattimore, György & Kohli, 2019). New items replace old ones, as in a living catalogue.
 */
import type { Random } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { gini } from "./ranking";

export type LoopOptions = {
  readonly items: number;
  /** Results on a page. */
  readonly slots: number;
  /** Pages a round. */
  readonly sessions: number;
  readonly rounds: number;
  /** Share of impressions given to items drawn uniformly. */
  readonly exploration: number;
  /** What ranks: clicks so far, or clicks over impressions, smoothed. */
  readonly score: "clicks" | "rate";
  /** Items replaced by new ones each round. */
  readonly arrivals: number;
};

export type LoopRound = {
  /** Mean true click rate of what was shown, over that of the truly best `slots` items. */
  readonly quality: number;
  /** Share of the truly best `slots` items among those that the log ranks first. */
  readonly found: number;
  /** Share of live items with at least 50 impressions so far. */
  readonly coverage: number;
  /** Of this round's impressions over live items. */
  readonly concentration: number;
};

const WELL_SHOWN = 50;
/** Smoothing: a new item counts as so many impressions at this rate. */
const PRIOR = { impressions: 20, rate: 0.05 };

/** Most items are dull and a few are good: `0.02 + 0.18\,u^4`, mean 0.056. */
const drawRate = (random: Random) => 0.02 + 0.18 * random.next() ** 4;

/** Indices of the highest `count` values; equal values keep their order. */
function topOf(values: ArrayLike<number>, count: number): number[] {
  return Array.from({ length: values.length }, (_, at) => at)
    .sort((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, count);
}

class Catalogue {
  readonly rates: Float64Array;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;

  constructor(items: number, random: Random) {
    this.rates = Float64Array.from({ length: items }, () => drawRate(random));
    this.impressions = new Float64Array(items);
    this.clicks = new Float64Array(items);
  }

  replace(count: number, random: Random) {
    for (let i = 0; i < count; i++) {
      const item = random.integer(this.rates.length);
      this.rates[item] = drawRate(random);
      this.impressions[item] = 0;
      this.clicks[item] = 0;
    }
  }

  scores(score: LoopOptions["score"]): Float64Array {
    if (score === "clicks") return this.clicks;
    const { impressions, rate } = PRIOR;
    return this.clicks.map(
      (clicks, item) => (clicks + impressions * rate) / ((this.impressions[item] as number) + impressions),
    );
  }

  show(item: number, count: number, random: Random) {
    this.impressions[item] = (this.impressions[item] as number) + count;
    this.clicks[item] =
      (this.clicks[item] as number) + drawBinomial(count, this.rates[item] as number, random);
  }
}

/** One round on the catalogue: what the log ranks first gets all but the explored share. */
function runRound(catalogue: Catalogue, options: LoopOptions, random: Random): LoopRound {
  const { items, slots, sessions, exploration, arrivals } = options;
  catalogue.replace(arrivals, random);
  const chosen = topOf(catalogue.scores(options.score), slots);
  const shown = Float64Array.from({ length: items }, () =>
    drawBinomial(sessions * slots, exploration / items, random),
  );
  const forChosen = Math.round(sessions * (1 - exploration));
  for (const item of chosen) shown[item] = (shown[item] as number) + forChosen;
  const best = topOf(catalogue.rates, slots);
  let total = 0;
  let earned = 0;
  shown.forEach((count, item) => {
    total += count;
    earned += count * (catalogue.rates[item] as number);
    catalogue.show(item, count, random);
  });
  const bestRate = best.reduce((sum, item) => sum + (catalogue.rates[item] as number), 0) / slots;
  return {
    quality: earned / total / bestRate,
    found: best.filter((item) => chosen.includes(item)).length / slots,
    coverage: catalogue.impressions.filter((count) => count >= WELL_SHOWN).length / items,
    concentration: gini(shown),
  };
}

/** One life of the loop: a row a round. */
export function simulateFeedbackLoop(options: LoopOptions, random: Random): LoopRound[] {
  const catalogue = new Catalogue(options.items, random);
  return Array.from({ length: options.rounds }, () => runRound(catalogue, options, random));
}

/** Mean over `lives` independent lives, round by round. */
export function meanFeedbackLoop(options: LoopOptions, lives: number, random: Random): LoopRound[] {
  const runs = Array.from({ length: lives }, (_, life) =>
    simulateFeedbackLoop(options, random.fork(`life-${life}`)),
  );
  const meanOf = (round: number, key: keyof LoopRound) =>
    runs.reduce((sum, run) => sum + (run[round]?.[key] ?? 0), 0) / lives;
  return Array.from({ length: options.rounds }, (_, round) => ({
    quality: meanOf(round, "quality"),
    found: meanOf(round, "found"),
    coverage: meanOf(round, "coverage"),
    concentration: meanOf(round, "concentration"),
  }));
}
