/** Puts the video pipeline together from its parts. */
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { createDppReranker, createMmr } from "../reranking/diversify";
import { createCreatorCap, createDedupRule, createFreshQuota } from "../reranking/rules";
import type { Pipeline } from "../run";
import type { Query } from "../types";
import { createVideoRanker } from "./ranker";
import {
  createFreshRetriever,
  createItemToItemRetriever,
  createPopularityRetriever,
  createTwoTowerRetriever,
} from "./retrievers";
import type { VideoServing } from "./serving";

/** Not seen, allowed by policy, and in a language that the user has or watches. */
function createVideoFilter({ world }: VideoServing, query: Query): ReturnType<Pipeline["prepareFilter"]> {
  const { catalogue } = world;
  const seen = new Set(query.history);
  const languages = new Set([
    query.language,
    ...Array.from(query.history, (item) => catalogue.language[item] as number),
  ]);
  return (item) => {
    if (seen.has(item)) return "seen";
    if (catalogue.policy[item] !== POLICY_ALLOWED) return "policy";
    if (!languages.has(catalogue.language[item] as number)) return "language";
    return null;
  };
}

export function createVideoPipeline(serving: VideoServing): Pipeline {
  const { catalogue } = serving.world;
  const similarity = (a: number, b: number) => serving.index.cosine(a, b);
  return {
    retrievers: [
      createTwoTowerRetriever(serving),
      createItemToItemRetriever(serving),
      createPopularityRetriever(serving),
      createFreshRetriever(serving),
    ],
    prepareFilter: (query) => createVideoFilter(serving, query),
    ranker: createVideoRanker(serving),
    rules: (knobs) => [
      createDedupRule((item) => catalogue.fingerprint[item] as number),
      createCreatorCap((item) => catalogue.creator[item] as number, knobs.creatorCap),
    ],
    diversifiers: (knobs, query) => {
      const isFresh = (item: number) =>
        query.nowDay - (catalogue.uploadDay[item] as number) <= knobs.freshDays;
      const quota = createFreshQuota(isFresh, knobs.freshQuota);
      if (knobs.diversifier === "none") return [quota];
      return [
        knobs.diversifier === "mmr" ? createMmr(similarity, knobs.mmrLambda) : createDppReranker(similarity),
        quota,
      ];
    },
  };
}
