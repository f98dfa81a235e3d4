/**
 * Back-of-the-envelope arithmetic of a design interview: requests and scores a second, log and index bytes,
 * milliseconds along a request. Units are in the names; bytes are SI (1 GB = 10^9 bytes), days have 86,400 seconds.
 */
export const SECONDS_PER_DAY = 86_400;

/** `\mathrm{QPS} = \mathrm{users} \times \mathrm{requests} / 86{,}400`, the average over a day. */
export function averageQueriesPerSecond(dailyUsers: number, requestsPerUser: number): number {
  return (dailyUsers * requestsPerUser) / SECONDS_PER_DAY;
}

/** `\mathrm{QPS}_{peak} = \mathrm{QPS} \times \mathrm{peak\ factor}`; consumer products assume 2 to 3. */
export function peakQueriesPerSecond(averageQps: number, peakFactor: number): number {
  return averageQps * peakFactor;
}

/** Item scores a second that the ranker has to compute. */
export function scoresPerSecond(queriesPerSecond: number, candidates: number): number {
  return queriesPerSecond * candidates;
}

/** `\mathrm{users} \times \mathrm{requests} \times \mathrm{impressions}` rows of training log a day. */
export function impressionsPerDay(
  dailyUsers: number,
  requestsPerUser: number,
  impressionsPerRequest: number,
): number {
  return dailyUsers * requestsPerUser * impressionsPerRequest;
}

/** Bytes of training log a day, one row an impression. */
export function logBytesPerDay(impressions: number, bytesPerImpression: number): number {
  return impressions * bytesPerImpression;
}

/** Float32 vectors without any structure: `4 d N` bytes. */
export function flatIndexBytes(vectors: number, dim: number): number {
  return vectors * 4 * dim;
}

/** One byte a dimension after scalar quantisation: `d N` bytes. */
export function int8IndexBytes(vectors: number, dim: number): number {
  return vectors * dim;
}

/**
 * HNSW keeps the float32 vectors and the links of its graph: `N (4 d + c M)` bytes, c between 8 and 10
 * (Malkov & Yashunin, 2018, section 4.2.3: "about 8-10 bytes per object" for each of the M links).
 */
export function hnswIndexBytes(
  vectors: number,
  dim: number,
  linksPerVector: number,
  bytesPerLink: number,
): number {
  return vectors * (4 * dim + bytesPerLink * linksPerVector);
}
export const HNSW_BYTES_PER_LINK = { low: 8, high: 10 } as const;

/** Product quantisation: a code of m bytes and an 8-byte id, `N (m + 8)` bytes; codebooks are small and left out. */
export function pqIndexBytes(vectors: number, codeBytes: number): number {
  return vectors * (codeBytes + PQ_ID_BYTES);
}
export const PQ_ID_BYTES = 8;

/** Machines needed to hold `bytes` in memory. */
export function machinesFor(bytes: number, bytesPerMachine: number): number {
  return Math.ceil(bytes / bytesPerMachine);
}

/** A step of a request. Steps of the same group start together, and the group takes as long as its slowest. */
export type LatencyStep = { name: string; milliseconds: number; group: number };
export type PlacedStep = LatencyStep & { startMs: number; endMs: number };

/** Places steps on the clock: groups in the order in which they first appear, each after the one before. */
export function scheduleSteps(steps: readonly LatencyStep[]): PlacedStep[] {
  const slowest = new Map<number, number>();
  for (const step of steps)
    slowest.set(step.group, Math.max(slowest.get(step.group) ?? 0, step.milliseconds));
  const startOf = new Map<number, number>();
  let clock = 0;
  for (const [group, milliseconds] of slowest) {
    startOf.set(group, clock);
    clock += milliseconds;
  }
  return steps.map((step) => {
    const startMs = startOf.get(step.group) ?? 0;
    return { ...step, startMs, endMs: startMs + step.milliseconds };
  });
}

/** `\sum_{groups} \max_{step \in group} ms`: the length of the whole request. */
export function totalLatencyMs(steps: readonly LatencyStep[]): number {
  return Math.max(0, ...scheduleSteps(steps).map((step) => step.endMs));
}

/** Share of requests in which all n independent parallel calls stay below their own percentile q: `q^n`. */
export function shareWithoutSlowCall(calls: number, percentile = 0.99): number {
  return percentile ** calls;
}

/** Slow calls per request: `1 - q^n`, the share of requests in which at least one of n parallel calls is slow. */
export function shareWithSlowCall(calls: number, percentile = 0.99): number {
  return 1 - shareWithoutSlowCall(calls, percentile);
}

/** The percentile `q^{1/n}` that each of n independent calls has to hold for the request as a whole to hold q. */
export function percentileNeededPerCall(calls: number, percentile = 0.99): number {
  return percentile ** (1 / calls);
}

/**
 * Percentile of a call that is sent twice and answered by the faster copy: `1 - (1 - q)^2`, if the copies are
 * independent (hedged requests; Dean & Barroso, "The Tail at Scale", CACM 2013).
 */
export function hedgedPercentile(percentile: number): number {
  return 1 - (1 - percentile) ** 2;
}

/** Little's law (Little, 1961): `L = \lambda W`, requests in flight on average, whatever the distribution. */
export function requestsInFlight(arrivalsPerSecond: number, secondsEach: number): number {
  return arrivalsPerSecond * secondsEach;
}

/** Cores that are busy on average: `\lambda \times \mathrm{CPU\ seconds}`; Little's law with a core as the place. */
export function busyCores(arrivalsPerSecond: number, cpuSecondsEach: number): number {
  return requestsInFlight(arrivalsPerSecond, cpuSecondsEach);
}

/** Machines for a load: `\lceil \lambda s / (u c) \rceil` at c cores a machine, of which a share u may be busy. */
export function machinesForLoad(
  arrivalsPerSecond: number,
  cpuSecondsEach: number,
  coresPerMachine: number,
  utilisation: number,
): number {
  return Math.ceil(busyCores(arrivalsPerSecond, cpuSecondsEach) / (coresPerMachine * utilisation));
}

/** Bytes a second that a service has to fetch to score its candidates: `\mathrm{QPS} \times n \times b`. */
export function fetchBytesPerSecond(
  queriesPerSecond: number,
  candidates: number,
  bytesPerCandidate: number,
): number {
  return queriesPerSecond * candidates * bytesPerCandidate;
}
