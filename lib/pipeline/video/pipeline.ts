/** Puts the video pipeline together from its parts. */
import { isBlocked } from "@/lib/worlds/video/logging-policy";
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { createDppReranker, createMmr, type Similarity } from "../reranking/diversify";
import { createFreshQuota } from "../reranking/fresh-quota";
import { chooseFresh, type Nature, reserveBelow } from "../reranking/reserve";
import { createDedupRule, createGroupCap } from "../reranking/rules";
import type { Checkpoint, Reranker } from "../types";
import { createExplorationRetriever } from "./exploration";
import type { Knobs } from "./knobs";
import { type DropReason, type RankerName, SOURCE_NAMES } from "./names";
import { createVideoRanker } from "./ranker";
import { createItemToItemRetriever, createPopularityRetriever, createTwoTowerRetriever } from "./retrievers";
import type { VideoServing } from "./serving";
import type { Pipeline, Query, Ranker, Retriever } from "./types";
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
    groupOf: (item) => catalogue.creator[item] as number,
    isFresh: (item) => query.nowDay - (catalogue.uploadDay[item] as number) <= knobs.freshDays,
  };
}

/** At most so many videos of one creator; the fresh ones that the quota needs are counted first. */
function createCreatorCap(nature: Nature, { creatorCap, freshQuota }: Knobs) {
  return createGroupCap({
    name: "creator cap",
    reason: "creator-cap",
    groupOf: nature.groupOf,
    cap: creatorCap,
    chooseFirst: (items) => chooseFresh(items, nature, freshQuota, creatorCap),
  });
}

const isOff = (knobs: Knobs, name: Knobs["ablate"][number]) => knobs.ablate.includes(name);
const hasDiversifier = (knobs: Knobs) => !isOff(knobs, "diversify") && knobs.diversifier !== "none";

function rulesFor(knobs: Knobs, nature: Nature): Reranker<Query, DropReason>[] {
  const rules = [createDedupRule(nature.contentOf), createCreatorCap(nature, knobs)];
  // The quota comes last of all that reorders, or a diversifier would undo it.
  return hasDiversifier(knobs) ? rules : [...rules, createFreshQuota(nature.isFresh, knobs.freshQuota)];
}

function diversifiersFor(
  knobs: Knobs,
  nature: Nature,
  similarity: Similarity,
): Reranker<Query, DropReason>[] {
  if (!hasDiversifier(knobs)) return [];
  const diversifier =
    knobs.diversifier === "mmr" ? createMmr(similarity, knobs.mmrLambda) : createDppReranker(similarity);
  if (isOff(knobs, "rules")) return [diversifier];
  return [diversifier, createFreshQuota(nature.isFresh, knobs.freshQuota)];
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
  const similarity: Similarity = (a, b) => serving.index.cosine(a, b);
  const others: Retriever[] = [];
  for (const create of LASTING_SOURCES) {
    others.push(create(serving));
    await checkpoint();
  }
  const rankers = new Map<RankerName, Ranker>();
  return {
    sources: SOURCE_NAMES,
    retrievers: (knobs) => [createTwoTowerRetriever(serving, knobs), ...others],
    prepareFilter: (query) => createVideoFilter(serving, query),
    ranker(knobs) {
      const ranker = rankers.get(knobs.ranker) ?? createVideoRanker(serving, knobs.ranker);
      rankers.set(knobs.ranker, ranker);
      return ranker;
    },
    reserve(knobs, query, ranked) {
      if (isOff(knobs, "rules")) return [];
      const limits = { ...knobs, groupCap: knobs.creatorCap };
      return reserveBelow(ranked, natureOf(serving, knobs, query), limits);
    },
    rerankingSteps(knobs, query) {
      const nature = natureOf(serving, knobs, query);
      return [
        { step: "rules", rerankers: rulesFor(knobs, nature) },
        { step: "diversify", rerankers: diversifiersFor(knobs, nature, similarity) },
      ];
    },
  };
}
