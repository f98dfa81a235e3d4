/**
 * Vectors to search: unit vectors around topic centres whose sizes follow Zipf's law, as the item vectors of a
 * recommender do; queries lie between several of them, as a user with mixed interests does. And the exact answer.
 */
import type { Random } from "@/lib/random";

const TOPICS = 2_000;
/** Deviation around a centre, in units of the centres' own deviation. */
const SPREAD = 1;
const ITEMS_PER_QUERY = 4;
const QUERY_NOISE = 0.3;

function normaliseRow(rows: Float32Array, at: number, dimension: number) {
  let square = 0;
  for (let d = at; d < at + dimension; d++) square += (rows[d] as number) ** 2;
  const length = Math.sqrt(square);
  for (let d = at; d < at + dimension; d++) rows[d] = (rows[d] as number) / length;
}

/** A topic by Zipf's law: topic t has weight 1 / (t + 1). */
function createTopicSampler(random: Random): () => number {
  const sums = new Float64Array(TOPICS);
  let sum = 0;
  for (let topic = 0; topic < TOPICS; topic++) {
    sum += 1 / (topic + 1);
    sums[topic] = sum;
  }
  return () => {
    const drawn = random.next() * sum;
    const topic = sums.findIndex((upTo) => drawn < upTo);
    return topic < 0 ? TOPICS - 1 : topic;
  };
}

/** Unit vectors [count, dimension]. */
export function drawItems(count: number, dimension: number, random: Random): Float32Array {
  const centres = Float32Array.from({ length: TOPICS * dimension }, () => random.normal());
  const drawTopic = createTopicSampler(random);
  const rows = new Float32Array(count * dimension);
  for (let row = 0; row < count; row++) {
    const centre = drawTopic() * dimension;
    const at = row * dimension;
    for (let d = 0; d < dimension; d++)
      rows[at + d] = (centres[centre + d] as number) + SPREAD * random.normal();
    normaliseRow(rows, at, dimension);
  }
  return rows;
}

/** Unit vectors [count, dimension]: the mean of a few of the first `among` items, and noise. */
export function drawQueries(
  items: Float32Array,
  among: number,
  count: number,
  dimension: number,
  random: Random,
): Float32Array[] {
  return Array.from({ length: count }, () => {
    const query = new Float32Array(dimension);
    for (let n = 0; n < ITEMS_PER_QUERY; n++) {
      const at = random.integer(among) * dimension;
      for (let d = 0; d < dimension; d++)
        query[d] = (query[d] as number) + (items[at + d] as number) / ITEMS_PER_QUERY;
    }
    for (let d = 0; d < dimension; d++)
      query[d] = (query[d] as number) + (QUERY_NOISE * random.normal()) / Math.sqrt(dimension);
    normaliseRow(query, 0, dimension);
    return query;
  });
}

/** The rows among the first `count` with the largest inner products, best first, by comparing all of them in float32. */
export function bruteForce(items: Float32Array, count: number, query: Float32Array, k: number): Int32Array {
  const dimension = query.length;
  const scores = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    let score = 0;
    const at = row * dimension;
    for (let d = 0; d < dimension; d++) score += (items[at + d] as number) * (query[d] as number);
    scores[row] = score;
  }
  const least = scores.slice().sort()[count - k] as number;
  const best = Array.from(scores.keys()).filter((row) => (scores[row] as number) >= least);
  best.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return Int32Array.from(best.slice(0, k));
}

/** Share of the first k of `truth` that `found` holds. */
export function recallOf(found: ArrayLike<number>, truth: Int32Array, k: number): number {
  const wanted = new Set(truth.subarray(0, k));
  let hits = 0;
  for (let i = 0; i < Math.min(found.length, k); i++) if (wanted.has(found[i] as number)) hits++;
  return hits / k;
}
