/**
 * Business boosts: what the shop wants to sell, added to the ranker's scores after both are brought to one scale. A
 * layer of its own, so that the ranker learns relevance and nothing else.
 */
import type { SearchCatalogue } from "@/lib/worlds/search/types";
import { orderByScore } from "../retrieval/merge";
import type { Move } from "../types";
import type { SearchKnobs } from "./knobs";
import type { Reranker } from "./types";

const NEW_DAYS = 30;

/** Mean 0, deviation 1; all 0 when the values are equal. */
export function standardiseValues(values: ArrayLike<number>): Float32Array {
  const all = Float64Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, all.length);
  const factor = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  return Float32Array.from(all, (value) => (value - mean) * factor);
}

export const hasBoosts = ({ boosts }: SearchKnobs): boolean =>
  boosts.newness !== 0 || boosts.popularity !== 0 || boosts.rating !== 0;

/** `z(\mathrm{score}) + b_n [\mathrm{new}] + b_p z(\ln(1 + \mathrm{sales})) + b_r z(\mathrm{rating})`, then sorted. */
export function createBoosts(catalogue: SearchCatalogue, { boosts }: SearchKnobs, now: number): Reranker {
  return {
    name: "boosts",
    rerank(_query, { items, scores }) {
      const column = (values: ArrayLike<number>) => Array.from(items, (item) => values[item] as number);
      const sales = standardiseValues(column(catalogue.salesBefore).map(Math.log1p));
      const ratings = standardiseValues(column(catalogue.rating));
      const boosted = standardiseValues(scores).map((score, i) => {
        const isNew = now - (catalogue.listedDay[items[i] as number] as number) <= NEW_DAYS;
        return (
          score +
          (isNew ? boosts.newness : 0) +
          boosts.popularity * (sales[i] as number) +
          boosts.rating * (ratings[i] as number)
        );
      });
      const order = orderByScore(boosted);
      const moves: Move[] = [];
      order.forEach((from, to) => {
        if (from !== to)
          moves.push({ item: items[from] as number, from: from + 1, to: to + 1, reason: "boost" });
      });
      return {
        items: order.map((i) => items[i] as number),
        scores: Float32Array.from(order, (i) => boosted[i] as number),
        drops: [],
        moves,
      };
    },
  };
}
