/**
 * A population of users whose next item follows popularity times taste, and what a perfectly trained two-tower model
 * retrieves for them with any part of the logQ correction. Shows who is pushed down: the popular items.
 */
import type { Random } from "@/lib/random";
import { conditionalShares, inBatchOptimum, zipfShares } from "./in-batch-softmax";

export type PopularityWorld = {
  items: number;
  /** Zipf exponent of popularity; 0 makes all items equal. */
  exponent: number;
  /** Standard deviation of a user's taste for an item, in logits. 0 makes all users equal. */
  tasteSpread: number;
  users: number;
};

/** Next-item distribution of each user, [users][items]; item 0 is the most popular before taste. */
export function drawPopulation(world: PopularityWorld, random: Random): number[][] {
  const popularity = zipfShares(world.items, world.exponent);
  return Array.from({ length: world.users }, () =>
    conditionalShares(
      popularity,
      popularity.map(() => world.tasteSpread * random.normal()),
    ),
  );
}

export type RetrievalByPopularity = {
  /** Chance that the next item is among the k retrieved. */
  recall: number;
  /** Share of all retrieved places that goes to each popularity band, most popular first. Sums to 1. */
  retrievedShares: number[];
};

/** Share of next items that fall into each band, most popular first. Sums to 1. */
export function demandByBand(population: readonly (readonly number[])[], bands: number): number[] {
  const marginal = marginalShares(population);
  return bandTotals(marginal, byShare(marginal), bands);
}

/** Retrieves the best k of each user at the optimum of training; see `inBatchOptimum` for `correction`. */
export function retrieveByPopularity(
  population: readonly (readonly number[])[],
  correction: number,
  k: number,
  bands: number,
): RetrievalByPopularity {
  const marginal = marginalShares(population);
  const retrieved = marginal.map(() => 0);
  let recall = 0;
  for (const conditional of population) {
    const scores = inBatchOptimum(conditional, marginal, correction);
    for (const item of bestItems(scores, k)) {
      retrieved[item] = (retrieved[item] ?? 0) + 1 / (k * population.length);
      recall += (conditional[item] ?? 0) / population.length;
    }
  }
  return { recall, retrievedShares: bandTotals(retrieved, byShare(marginal), bands) };
}

function marginalShares(population: readonly (readonly number[])[]): number[] {
  const marginal = (population[0] ?? []).map(() => 0);
  for (const conditional of population) {
    conditional.forEach((share, item) => {
      marginal[item] = (marginal[item] ?? 0) + share / population.length;
    });
  }
  return marginal;
}

/** Indices of the k highest values, highest first; one pass with a short insertion, because k is small. */
function bestItems(values: readonly number[], k: number): number[] {
  const best: number[] = [];
  values.forEach((value, item) => {
    if (best.length === k && value <= (values[best[k - 1] ?? 0] ?? 0)) return;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place--;
    best.splice(place, 0, item);
    if (best.length > k) best.pop();
  });
  return best;
}

function byShare(values: readonly number[]): number[] {
  return values.map((_, item) => item).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
}

function bandTotals(values: readonly number[], order: readonly number[], bands: number): number[] {
  const totals = new Array<number>(bands).fill(0);
  order.forEach((item, position) => {
    const band = Math.floor((position * bands) / order.length);
    totals[band] = (totals[band] ?? 0) + (values[item] ?? 0);
  });
  return totals;
}
