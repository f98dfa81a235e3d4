/**
 * How many queries it takes to see which of two rankers is better: by interleaving them, or by giving each half of the traffic. Readers
 * look by position; the chance of each outcome of a page is worked out, not drawn, so that small differences are not lost in noise.
 * Comparison as in Chapelle, Joachims, Radlinski & Yue (2012).
 */
import type { Random } from "@/lib/random";
import { TEAM_A, teamDraft } from "./interleaving";
import { normalCdf, normalQuantile } from "./normal";
import { orderByValue, seenProbability } from "./position-bias";

export type RankerPairOptions = {
  /** Deviation of the error that both rankers share, around a true relevance of deviation 1. */
  readonly sharedNoise: number;
  /** Deviation of the error that only B makes: by so much it is worse. */
  readonly extraNoise: number;
  /** Steepness of looking: P(seen | rank) = rank^-eta. */
  readonly eta: number;
  readonly queries: number;
};

/** What one query is expected to show, averaged over queries. */
export type PageOutcomes = {
  /** Share of interleaved pages with more clicks for A, for B. */
  readonly winsA: number;
  readonly winsB: number;
  /** Share of pages with a click, when A or B fills the page alone. */
  readonly clickedA: number;
  readonly clickedB: number;
};

const RESULTS = 20;
const PAGE = 10;
/** P(click | seen) of an item of relevance r: `0.6 \sigma(1.5 (r - 1.2))`; most results are dull. */
const attraction = (relevance: number) => 0.6 / (1 + Math.exp(-1.5 * (relevance - 1.2)));

/** P(A has more clicks), P(B has) on a page whose places are clicked independently: the distribution of the lead, place by place. */
export function leadChances(clickChances: ArrayLike<number>, teams: ArrayLike<number>): [number, number] {
  const places = clickChances.length;
  let lead = new Float64Array(2 * places + 1);
  lead[places] = 1;
  for (let place = 0; place < places; place++) {
    const click = clickChances[place] as number;
    const side = teams[place] === TEAM_A ? 1 : -1;
    const next = new Float64Array(2 * places + 1);
    for (let at = 0; at < lead.length; at++) {
      const mass = lead[at] as number;
      if (mass === 0) continue;
      next[at] = (next[at] as number) + mass * (1 - click);
      next[at + side] = (next[at + side] as number) + mass * click;
    }
    lead = next;
  }
  const sum = (from: number, to: number) => lead.slice(from, to).reduce((total, mass) => total + mass, 0);
  return [sum(places + 1, lead.length), sum(0, places)];
}

/** `1 - \prod_k (1 - \gamma_k \alpha_k)` of the first page of a ranking. */
function anyClick(ranking: readonly number[], attractions: readonly number[], eta: number): number {
  const none = ranking
    .slice(0, PAGE)
    .reduce(
      (left, item, column) => left * (1 - seenProbability(column + 1, eta) * (attractions[item] ?? 0)),
      1,
    );
  return 1 - none;
}

/** Two drafts of which each round is won by the other side (antithetic draws), so that who began does not blur the comparison. */
function mirroredCoins(random: Random): [Random, Random] {
  const coins = Array.from({ length: PAGE }, () => random.next());
  const play = (coinOf: (round: number) => number): Random => {
    let round = 0;
    return { ...random, next: () => coinOf(round++) };
  };
  return [play((round) => coins[round] ?? 0), play((round) => 1 - (coins[round] ?? 0))];
}

/** Averages over `queries` simulated queries of twenty candidates; both designs see the same ones. */
export function simulatePageOutcomes(options: RankerPairOptions, random: Random): PageOutcomes {
  const { sharedNoise, extraNoise, eta, queries } = options;
  const seen = Array.from({ length: PAGE }, (_, column) => seenProbability(column + 1, eta));
  let [winsA, winsB, clickedA, clickedB] = [0, 0, 0, 0];
  for (let query = 0; query < queries; query++) {
    const relevance = Array.from({ length: RESULTS }, () => random.normal());
    const attractions = relevance.map(attraction);
    const scores = relevance.map((value) => value + sharedNoise * random.normal());
    const a = orderByValue(scores);
    const b = orderByValue(scores.map((score) => score + extraNoise * random.normal()));
    clickedA += anyClick(a, attractions, eta) / queries;
    clickedB += anyClick(b, attractions, eta) / queries;
    for (const coins of mirroredCoins(random)) {
      const page = teamDraft(a, b, PAGE, coins);
      const chances = Float64Array.from(
        page.items,
        (item, column) => (seen[column] ?? 0) * (attractions[item] ?? 0),
      );
      const [forA, forB] = leadChances(chances, page.teams);
      winsA += forA / queries / 2;
      winsB += forB / queries / 2;
    }
  }
  return { winsA, winsB, clickedA, clickedB };
}

/** `\Phi(|\delta| / \mathrm{se} - z_{1-\alpha/2})`: power of a two-sided test; the wrong tail is left out. */
export function powerOf(effect: number, standardError: number, significance = 0.05): number {
  return normalCdf(Math.abs(effect) / standardError - normalQuantile(1 - significance / 2));
}

/** Power of `queries` interleaved pages: `\Delta = (p_A - p_B) / 2`, deviation `\tfrac12 \sqrt{p_A + p_B - (p_A - p_B)^2}`. */
export function interleavingPower({ winsA, winsB }: PageOutcomes, queries: number): number {
  const effect = (winsA - winsB) / 2;
  return powerOf(effect, Math.sqrt((winsA + winsB - (winsA - winsB) ** 2) / queries) / 2);
}

/** Power of the same queries split in two halves, judged by the share of pages with a click. */
export function splitPower({ clickedA, clickedB }: PageOutcomes, queries: number): number {
  const variance = clickedA * (1 - clickedA) + clickedB * (1 - clickedB);
  return powerOf(clickedA - clickedB, Math.sqrt(variance / (queries / 2)));
}

/** Queries until a design of power `power`, by bisection on the logarithm; infinity beyond 1e9. */
export function queriesForPower(powerAt: (queries: number) => number, power = 0.8): number {
  let [low, high] = [0, Math.log(1e9)];
  if (powerAt(1e9) < power) return Number.POSITIVE_INFINITY;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (powerAt(Math.exp(middle)) < power) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
