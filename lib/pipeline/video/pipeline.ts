/** Puts the video pipeline together from its parts. */
import { isBlocked } from "@/lib/worlds/video/logging-policy";
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import type { Knobs } from "../knobs";
import { createDppReranker, createMmr } from "../reranking/diversify";
import { createFreshQuota } from "../reranking/fresh-quota";
import { type Nature, reserveBelow } from "../reranking/reserve";
import { createCreatorCap, createDedupRule } from "../reranking/rules";
import type { Pipeline } from "../run";
import type { Checkpoint, Query, Ranker, RankerName, Retriever } from "../types";
import { createExplorationRetriever } from "./exploration";
import { createVideoRanker } from "./ranker";
import { createItemToItemRetriever, createPopularityRetriever, createTwoTowerRetriever } from "./retrievers";
import type { VideoServing } from "./serving";
import { createFreshRetriever, createSubscriptionsRetriever } from "./upload-retrievers";

/** Not seen, allowed by policy, not blocked where the user is, and in a language that the user has or watches. */
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
    if (isBlocked(catalogue, item, query.region)) return "region";
    if (!languages.has(catalogue.language[item] as number)) return "language";
    return null;
  };
}

/** What the rules ask of a video. */
function natureOf({ world: { catalogue } }: VideoServing, knobs: Knobs, query: Query): Nature {
  return {
    contentOf: (item) => catalogue.fingerprint[item] as number,
    creatorOf: (item) => catalogue.creator[item] as number,
    isFresh: (item) => query.nowDay - (catalogue.uploadDay[item] as number) <= knobs.freshDays,
  };
}

/** In the order of SOURCE_NAMES; the first one depends on the knobs and is made for each request. */
const LASTING_SOURCES = [
  createItemToItemRetriever,
  createSubscriptionsRetriever,
  createFreshRetriever,
  createPopularityRetriever,
  createExplorationRetriever,
];

/** Sources group the catalogue's rows once, here. @throws what the checkpoint throws. */
export async function createVideoPipeline(serving: VideoServing, checkpoint: Checkpoint): Promise<Pipeline> {
  const similarity = (a: number, b: number) => serving.index.cosine(a, b);
  const others: Retriever[] = [];
  for (const create of LASTING_SOURCES) {
    others.push(create(serving));
    await checkpoint();
  }
  const rankers = new Map<RankerName, Ranker>();
  const isOff = (knobs: Knobs, name: Knobs["ablate"][number]) => knobs.ablate.includes(name);
  const quotaOf = (knobs: Knobs, query: Query) =>
    createFreshQuota(natureOf(serving, knobs, query).isFresh, knobs.freshQuota);
  const hasDiversifier = (knobs: Knobs) => !isOff(knobs, "diversify") && knobs.diversifier !== "none";
  return {
    retrievers: (knobs) => [createTwoTowerRetriever(serving, knobs), ...others],
    prepareFilter: (query) => createVideoFilter(serving, query),
    ranker(knobs) {
      const ranker = rankers.get(knobs.ranker) ?? createVideoRanker(serving, knobs.ranker);
      rankers.set(knobs.ranker, ranker);
      return ranker;
    },
    reserve: (knobs, query, ranked) => reserveBelow(ranked, natureOf(serving, knobs, query), knobs),
    rules(knobs, query) {
      const nature = natureOf(serving, knobs, query);
      const rules = [createDedupRule(nature.contentOf), createCreatorCap(nature, knobs)];
      // The quota comes last of all that reorders, or a diversifier would undo it.
      return hasDiversifier(knobs) ? rules : [...rules, quotaOf(knobs, query)];
    },
    diversifiers(knobs, query) {
      if (!hasDiversifier(knobs)) return [];
      const diversifier =
        knobs.diversifier === "mmr" ? createMmr(similarity, knobs.mmrLambda) : createDppReranker(similarity);
      return isOff(knobs, "rules") ? [diversifier] : [diversifier, quotaOf(knobs, query)];
    },
  };
}
