/** The two sources of ads: what targeting admits, by worth, and what lies nearest to the request in the learnt space. */
import type { Retriever } from "../types";
import type { AdServing } from "./serving";
import { bagsOf } from "./tower-features";
import type { AdQuery } from "./types";

const FIRST = Int32Array.of(0);

export function createTargetingRetriever({ lists, shelf }: AdServing): Retriever<AdQuery, "targeting"> {
  return {
    name: "targeting",
    retrieve({ request }, k) {
      const places = lists.search(request, k);
      return {
        items: places.map((place) => shelf.ads[place] as number),
        scores: Float32Array.from(places, (place) => 1000 * (shelf.worth[place] as number)),
      };
    },
  };
}

export function createAdTowerRetriever(serving: AdServing): Retriever<AdQuery, "two-tower"> {
  const { index, layouts, models, shelf } = serving;
  return {
    name: "two-tower",
    retrieve({ features }, k) {
      const vector = models.tower.encodeUsers(bagsOf(layouts.request, features, FIRST));
      const { items, scores, scanned } = index.search(vector, k);
      return { items: items.map((place) => shelf.ads[place] as number), scores, scanned };
    },
  };
}
