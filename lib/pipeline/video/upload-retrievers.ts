/** The two sources that live on uploads: what followed creators and what all creators of late have put up. */
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { TOPICS } from "@/lib/worlds/video/vocabulary";
import {
  groupByTopic,
  groupRows,
  type RowGroups,
  selectBest,
  TOPIC_GROUPS,
  topicGroup,
} from "./candidate-rows";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import type { Query, Retriever } from "./types";

/** So many of the newest uploads of each followed creator are looked at. */
const UPLOADS_PER_CREATOR = 30;
const FRESH_DAYS = 7;
/** At most about so many fresh uploads are compared with a user: well under a millisecond. */
const FRESH_COMPARED = 1_200;

function joinRows(lists: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

/** Two-tower scores of chosen videos. */
function scoreItems(serving: VideoServing, query: Query, items: Int32Array): Float32Array {
  const scores = new Float32Array(items.length);
  serving.index.score(encodeQuery(serving, query), items, scores);
  return scores;
}

function isAvailable({ world: { catalogue }, day }: VideoServing, item: number): boolean {
  return catalogue.policy[item] === POLICY_ALLOWED && (catalogue.uploadDay[item] as number) <= day;
}

/** The newest uploads of each logged creator. Nobody can follow a creator whom the log does not know. */
function newestUploads(serving: VideoServing): readonly Int32Array[] {
  const { creator, uploadDay, loggedCreators, size } = serving.world.catalogue;
  const { starts, rows } = groupRows(size, loggedCreators, (item) =>
    (creator[item] as number) < loggedCreators && isAvailable(serving, item) ? (creator[item] as number) : -1,
  );
  return Array.from({ length: loggedCreators }, (_, c) => {
    const uploads = rows.subarray(starts[c], starts[c + 1]);
    const days = new Float32Array(uploads.length);
    for (let i = 0; i < uploads.length; i++) days[i] = uploadDay[uploads[i] as number] as number;
    return selectBest(uploads, days, UPLOADS_PER_CREATOR).items;
  });
}

/** The newest uploads of followed creators, those first that fit the user best. */
export function createSubscriptionsRetriever(serving: VideoServing): Retriever {
  const newest = newestUploads(serving);
  return {
    name: "subscriptions",
    retrieve(query, k) {
      const items = joinRows(
        Array.from(query.subscriptions, (creator) => newest[creator] ?? new Int32Array(0)),
      );
      return selectBest(items, scoreItems(serving, query, items), k);
    },
  };
}

/** Mean vector of each group: [groups, dimension]; zero for an empty one. */
function meanVectors({ index }: VideoServing, { starts, rows }: RowGroups, groups: number): Float32Array {
  const { dimension } = index;
  const means = new Float32Array(groups * dimension);
  for (let g = 0; g < groups; g++) {
    const from = starts[g] as number;
    const to = starts[g + 1] as number;
    for (let i = from; i < to; i++) {
      const vector = index.vector(rows[i] as number);
      for (let d = 0; d < dimension; d++)
        means[g * dimension + d] = (means[g * dimension + d] as number) + (vector[d] as number) / (to - from);
    }
  }
  return means;
}

/**
 * Uploads of the last days in the user's language, those first that fit best. They lie in groups by topic; groups are
 * taken in the order in which their mean vector fits, until enough uploads are there to be compared one by one.
 */
export function createFreshRetriever(serving: VideoServing): Retriever {
  const { index, day, world } = serving;
  const { dimension } = index;
  const { uploadDay } = world.catalogue;
  const groups = groupByTopic(
    world.catalogue,
    (item) => isAvailable(serving, item) && day - (uploadDay[item] as number) <= FRESH_DAYS,
  );
  const means = meanVectors(serving, groups, TOPIC_GROUPS);
  const topics = Int32Array.from(TOPICS.keys());
  const fits = new Float32Array(topics.length);
  const fitOf = (vector: Float32Array, group: number) => {
    let sum = 0;
    for (let d = 0; d < dimension; d++)
      sum += (vector[d] as number) * (means[group * dimension + d] as number);
    return sum;
  };
  return {
    name: "fresh",
    retrieve(query, k) {
      const vector = encodeQuery(serving, query);
      for (let topic = 0; topic < topics.length; topic++)
        fits[topic] = fitOf(vector, topicGroup(topic, query.language));
      const wanted: Int32Array[] = [];
      let count = 0;
      for (const topic of selectBest(topics, fits, topics.length).items) {
        if (count >= Math.max(FRESH_COMPARED, k)) break;
        const group = topicGroup(topic, query.language);
        wanted.push(groups.rows.subarray(groups.starts[group], groups.starts[group + 1]));
        count += wanted[wanted.length - 1]?.length ?? 0;
      }
      const compared = joinRows(wanted);
      return selectBest(compared, scoreItems(serving, query, compared), k);
    },
  };
}
