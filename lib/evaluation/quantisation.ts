/**
 * What fewer bits cost a nearest-neighbour search. Scalar quantisation rounds each number to one of 2^b levels; product
 * quantisation cuts a vector into m pieces and keeps for each the number of its nearest codeword (Jégou, Douze & Schmid, 2011).
 * Queries stay exact, so a stored vector is judged by its decoded form; the best may then be scored again with the originals.
 */
import type { Random } from "@/lib/random";
import { kMeans } from "./k-means";

export type VectorSet = {
  /** float64 [count, width]. */
  readonly rows: Float64Array;
  readonly queries: Float64Array;
  readonly width: number;
};

/** Unit vectors around `topics` directions: the nearer to 0 the noise, the tighter the groups. Queries are drawn alike. */
export function drawVectors(
  count: number,
  queries: number,
  width: number,
  topics: number,
  noise: number,
  random: Random,
): VectorSet {
  const centres = drawUnit(topics, width, () => random.normal());
  const around = (rows: number) => {
    const topic = Array.from({ length: rows }, () => random.integer(topics));
    return drawUnit(
      rows,
      width,
      (row, d) =>
        (centres[(topic[row] ?? 0) * width + d] ?? 0) + (noise * random.normal()) / Math.sqrt(width),
    );
  };
  return { rows: around(count), queries: around(queries), width };
}

/** Each number rounded to one of `2^b` levels between the least and the greatest of its column. */
export function roundToLevels({ rows, width }: VectorSet, bits: number): Float64Array {
  const count = rows.length / width;
  const top = 2 ** bits - 1;
  const decoded = new Float64Array(rows.length);
  for (let d = 0; d < width; d++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      low = Math.min(low, rows[i * width + d] as number);
      high = Math.max(high, rows[i * width + d] as number);
    }
    const step = (high - low) / top || 1;
    for (let i = 0; i < count; i++)
      decoded[i * width + d] = low + Math.round(((rows[i * width + d] as number) - low) / step) * step;
  }
  return decoded;
}

/** Each of `pieces` equal parts of a vector replaced by the nearest of `codewords` learnt for that part. */
export function roundToCodewords(
  { rows, width }: VectorSet,
  pieces: number,
  codewords: number,
  random: Random,
): Float64Array {
  const count = rows.length / width;
  const part = width / pieces;
  const decoded = new Float64Array(rows.length);
  for (let piece = 0; piece < pieces; piece++) {
    const slice = new Float64Array(count * part);
    for (let i = 0; i < count; i++)
      for (let d = 0; d < part; d++) slice[i * part + d] = rows[i * width + piece * part + d] as number;
    const { centroids, membership } = kMeans(slice, part, codewords, 6, random.fork(`piece-${piece}`));
    for (let i = 0; i < count; i++)
      for (let d = 0; d < part; d++)
        decoded[i * width + piece * part + d] = centroids[(membership[i] as number) * part + d] as number;
  }
  return decoded;
}

/** `\frac{1}{n} \sum \lVert x - \hat x \rVert^2`, which for unit vectors is also a share of their energy. */
export function reconstructionError(rows: Float64Array, decoded: Float64Array, width: number): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += ((rows[i] as number) - (decoded[i] as number)) ** 2;
  return sum / (rows.length / width);
}

/**
 * Where the true best k of each query stand when all rows are ordered by decoded vectors: ranks from 1, [queries * k]. Scoring the
 * best R again with the originals finds exactly those whose rank is at most R.
 */
export function ranksOfBest(set: VectorSet, decoded: Float64Array, k: number): Int32Array {
  const { rows, queries, width } = set;
  const count = queries.length / width;
  const ranks = new Int32Array(count * k);
  for (let q = 0; q < count; q++) {
    const scores = scoresOf(queries, q, decoded, width);
    bestOf(scoresOf(queries, q, rows, width), k).forEach((row, place) => {
      const own = scores[row] as number;
      ranks[q * k + place] =
        1 + scores.filter((score, other) => score > own || (score === own && other < row)).length;
    });
  }
  return ranks;
}

/** `\mathrm{recall} = \frac{1}{n} \lvert \{ \mathrm{rank} \le R \} \rvert`: with R = k without, with R > k with scoring again. */
export function recallAtDepth(ranks: Int32Array, depth: number): number {
  return ranks.filter((rank) => rank <= depth).length / ranks.length;
}

function scoresOf(queries: Float64Array, q: number, rows: Float64Array, width: number): Float64Array {
  const scores = new Float64Array(rows.length / width);
  for (let i = 0; i < scores.length; i++) {
    let sum = 0;
    for (let d = 0; d < width; d++)
      sum += (queries[q * width + d] as number) * (rows[i * width + d] as number);
    scores[i] = sum;
  }
  return scores;
}

function bestOf(scores: Float64Array, k: number): number[] {
  return [...scores.keys()]
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, k);
}

function drawUnit(count: number, width: number, draw: (row: number, d: number) => number): Float64Array {
  const rows = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    let square = 0;
    for (let d = 0; d < width; d++) {
      const value = draw(i, d);
      rows[i * width + d] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < width; d++) rows[i * width + d] = (rows[i * width + d] as number) / length;
  }
  return rows;
}
