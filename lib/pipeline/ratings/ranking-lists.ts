/** What the ranking stage learns from: lists of candidates on an inner split, with the rows that were held out. */
import type { Interactions } from "../data-sets/interactions";
import type { Checkpoint } from "../types";
import {
  CANDIDATES,
  describeCandidates,
  fuseSources,
  rankSources,
  retrieve,
  SOURCE_MIXES,
  type SourceMix,
} from "./candidates";
import type { Evidence, FitName } from "./evidence";
import type { RankingList } from "./rank-model";

/** Users whose lists choose the mix of sources, and users whose lists train the ranking stage. */
const MAX_MIX_USERS = 250;
const MAX_RANKING_USERS = 3_000;

/** Every source that a mix may name. */
const SOURCES = new Set(SOURCE_MIXES.flatMap((mix) => Object.keys(mix) as FitName[]));

/** Held-out catalogue numbers of a user; an item that training does not know counts, too, as one to be missed. */
function askedOf(held: Interactions, evidence: Evidence, user: number): Set<number> {
  const items = held.itemOf.subarray(held.offsets[user] as number, held.offsets[user + 1] as number);
  return new Set(Array.from(items, (item) => evidence.catalogue.numberOf[item] as number));
}

/** The mix of sources that finds most of what was held out among the candidates. */
export async function chooseMix(
  evidence: Evidence,
  held: Interactions,
  checkpoint: Checkpoint,
): Promise<SourceMix> {
  const { size } = evidence.catalogue;
  const recalls = SOURCE_MIXES.map(() => 0);
  let users = 0;
  for (let user = 0; user < held.users && users < MAX_MIX_USERS; user++) {
    const asked = askedOf(held, evidence, user);
    const found = evidence.of(user);
    if (asked.size === 0 || found.history.length === 0) continue;
    users++;
    const lists = rankSources(found, SOURCES, size, CANDIDATES);
    for (const [m, mix] of SOURCE_MIXES.entries()) {
      const candidates = fuseSources(lists, mix, size, CANDIDATES);
      const hits = candidates.reduce((sum, item) => sum + Number(asked.has(item)), 0);
      recalls[m] = (recalls[m] as number) + hits / asked.size;
    }
    if (users % 50 === 0) await checkpoint();
  }
  return SOURCE_MIXES[recalls.indexOf(Math.max(...recalls))] as SourceMix;
}

/** One list per user of the inner split: candidates, features, and which of them were held out. */
export async function collectLists(
  evidence: Evidence,
  mix: SourceMix,
  held: Interactions,
  checkpoint: Checkpoint,
): Promise<RankingList[]> {
  const lists: RankingList[] = [];
  for (let user = 0; user < held.users && lists.length < MAX_RANKING_USERS; user++) {
    const asked = askedOf(held, evidence, user);
    if (asked.size === 0) continue;
    const found = evidence.of(user);
    const candidates = retrieve(found, mix, evidence.catalogue.size, CANDIDATES);
    const positives = Int32Array.from(candidates.keys()).filter((i) => asked.has(candidates[i] as number));
    if (positives.length === 0) continue;
    lists.push({ ...describeCandidates(evidence, found, candidates), positives });
    if (lists.length % 50 === 0) await checkpoint();
  }
  return lists;
}
