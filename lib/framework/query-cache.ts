/**
 * What a cache of search results saves when queries follow Zipf's law and every entry lives for a fixed time. Ranks run into
 * hundreds of millions, so they are summed exactly at the head and in bands that grow by two percent below it.
 * Hit rate of a fixed lifetime under Poisson arrivals: Jung, Berger & Balakrishnan, Modeling TTL-based Internet Caches, 2003.
 */

/** `count` queries of neighbouring ranks, each with this share of the traffic. */
export type QueryBand = { firstRank: number; count: number; share: number };

const EXACT_RANKS = 200;
const BAND_GROWTH = 1.02;

/** `s_r \propto r^{-a}` over all distinct queries, most frequent first; the shares of all bands times their counts add to 1. */
export function zipfBands(distinctQueries: number, exponent: number): QueryBand[] {
  const bands: QueryBand[] = [];
  for (let firstRank = 1; firstRank <= distinctQueries; ) {
    const width = firstRank <= EXACT_RANKS ? 1 : Math.ceil(firstRank * (BAND_GROWTH - 1));
    const count = Math.min(width, distinctQueries - firstRank + 1);
    bands.push({ firstRank, count, share: (firstRank + (count - 1) / 2) ** -exponent });
    firstRank += count;
  }
  const total = bands.reduce((sum, { count, share }) => sum + count * share, 0);
  return bands.map((band) => ({ ...band, share: band.share / total }));
}

/** Share of the traffic that the most frequent queries have. */
export function headTraffic(bands: readonly QueryBand[], queries: number): number {
  return bands.reduce((sum, { firstRank, count, share }) => {
    const inside = Math.min(count, Math.max(0, queries - firstRank + 1));
    return sum + inside * share;
  }, 0);
}

/** The exponent at which the first `headShareOfQueries` of the queries have `headShareOfTraffic` of the traffic, by bisection in [0, 2]. */
export function zipfExponentFor(
  distinctQueries: number,
  headShareOfQueries: number,
  headShareOfTraffic: number,
): number {
  let [low, high] = [0, 2];
  for (let step = 0; step < 40; step++) {
    const exponent = (low + high) / 2;
    const head = headTraffic(zipfBands(distinctQueries, exponent), distinctQueries * headShareOfQueries);
    if (head < headShareOfTraffic) low = exponent;
    else high = exponent;
  }
  return (low + high) / 2;
}

/**
 * `h = \lambda T / (1 + \lambda T)`: a miss opens a window of T seconds in which λT requests for the same query follow on
 * average and hit; then the entry expires.
 */
export const timedHitRate = (requestsPerSecond: number, lifetimeSeconds: number): number =>
  (requestsPerSecond * lifetimeSeconds) / (1 + requestsPerSecond * lifetimeSeconds);

/** `\sum_r s_r\, h(\lambda s_r, T)`: share of all searches that a cache answers. */
export function cacheHitRate(
  bands: readonly QueryBand[],
  searchesPerSecond: number,
  lifetimeSeconds: number,
): number {
  return bands.reduce(
    (sum, { count, share }) => sum + count * share * timedHitRate(searchesPerSecond * share, lifetimeSeconds),
    0,
  );
}

/** `\sum_r h(\lambda s_r, T)`: entries alive at a time, since a query's entry lives for that share of the time. */
export function liveEntries(
  bands: readonly QueryBand[],
  searchesPerSecond: number,
  lifetimeSeconds: number,
): number {
  return bands.reduce(
    (sum, { count, share }) => sum + count * timedHitRate(searchesPerSecond * share, lifetimeSeconds),
    0,
  );
}
