/** The four sources of candidates of the video pipeline. */
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { LANGUAGES, TOPICS } from "@/lib/worlds/video/vocabulary";
import { BagBuilder } from "../training/embedding-table";
import type { CandidateList, Query, Retriever } from "../types";
import type { VideoServing } from "./serving";
import { UserState } from "./user-state";

const POPULAR_LIST_LENGTH = 2_000;
const FRESH_DAYS = 7;

/** The k best of `items` by `scoreOf`, best first; equal scores go to the lower row. */
function takeBest(items: Iterable<number>, scoreOf: (item: number) => number, k: number): CandidateList {
  const sorted = [...items].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, k);
  return { items: Int32Array.from(sorted), scores: Float32Array.from(sorted, scoreOf) };
}

/** The user's vector, from the history alone. */
export function encodeQuery(
  { models, towerFeatures }: VideoServing,
  query: Query,
  bags: BagBuilder,
): Float32Array {
  bags.clear();
  towerFeatures.addUser(bags, query.history, 0, query.history.length, query.language);
  return models.tower.encodeUsers(bags.bags());
}

/** Nearest videos to the user's vector: an exact scan of the whole index. */
export function createTwoTowerRetriever(serving: VideoServing): Retriever {
  const bags = new BagBuilder();
  const { uploadDay } = serving.world.catalogue;
  return {
    name: "two-tower",
    retrieve(query, k) {
      const found = serving.index.search(encodeQuery(serving, query, bags), k);
      const kept = Array.from(found.items.keys()).filter(
        (i) => (uploadDay[found.items[i] as number] as number) <= query.nowDay,
      );
      return {
        items: Int32Array.from(kept, (i) => found.items[i] as number),
        scores: Float32Array.from(kept, (i) => found.scores[i] as number),
      };
    },
  };
}

/** Videos watched by people who watched the same. */
export function createItemToItemRetriever({ coWatch }: VideoServing): Retriever {
  return {
    name: "item-to-item",
    retrieve: (query, k) =>
      takeBest(coWatch.load(query.history, 0, query.history.length), (item) => coWatch.scoreOf(item), k),
  };
}

/** What is watched most these days, in the user's language. */
export function createPopularityRetriever({ world, counters, day }: VideoServing): Retriever {
  const recent = (item: number) => counters.recentWatches(item, day);
  const byLanguage: number[][] = LANGUAGES.map(() => []);
  for (let item = 0; item < world.catalogue.size; item++)
    if (counters.watches(item) > 0) byLanguage[world.catalogue.language[item] as number]?.push(item);
  const lists = byLanguage.map((items) => takeBest(items, recent, POPULAR_LIST_LENGTH));
  return {
    name: "popularity",
    retrieve(query, k) {
      const list = lists[query.language];
      return {
        items: list?.items.slice(0, k) ?? new Int32Array(0),
        scores: list?.scores.slice(0, k) ?? new Float32Array(0),
      };
    },
  };
}

/** Uploads of the last week on the topics that the user watches, newest and most wanted first. */
export function createFreshRetriever({ world, day }: VideoServing): Retriever {
  const { catalogue } = world;
  const groups = new Map<number, number[]>();
  for (let item = 0; item < catalogue.size; item++) {
    const age = day - (catalogue.uploadDay[item] as number);
    if (age < 0 || age > FRESH_DAYS || catalogue.policy[item] !== POLICY_ALLOWED) continue;
    const group = (catalogue.topic[item] as number) * LANGUAGES.length + (catalogue.language[item] as number);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  const user = new UserState(catalogue);
  const score = (item: number) =>
    (user.topicShare[catalogue.topic[item] as number] as number) *
    (1 - (day - (catalogue.uploadDay[item] as number)) / (2 * FRESH_DAYS));
  return {
    name: "fresh",
    retrieve(query, k) {
      user.load(query.history, query.historyDays, 0, query.history.length);
      const items: number[] = [];
      for (let topic = 0; topic < TOPICS.length; topic++)
        if ((user.topicShare[topic] as number) > 0)
          items.push(...(groups.get(topic * LANGUAGES.length + query.language) ?? []));
      return takeBest(items, score, k);
    },
  };
}
