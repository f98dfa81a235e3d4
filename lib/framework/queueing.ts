/**
 * What a queue in front of a pool of cores adds to the time of a request: why machines are planned at 50 to 70% and
 * not at 95%. Erlang's model: arrivals at random, exponential service times, c equal servers, one queue (M/M/c).
 *
 * Sources: Erlang (1917) for the formula; the recursion for B is the standard one (Jagers & van Doorn, 1986).
 */

/**
 * Erlang B: chance that all servers are busy when nobody may wait,
 * `B_0 = 1,\ B_k = \frac{a B_{k-1}}{k + a B_{k-1}}` for an offered load of a busy servers.
 */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/** Erlang C: chance that a request has to wait, `C = \frac{B}{1 - \rho (1 - B)}` with `\rho = a / c`; 1 when overloaded. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean seconds in the queue: `W_q = \frac{C s}{c - a}`; infinite when the load is at least the servers. */
export function meanWaitSeconds(servers: number, load: number, serviceSeconds: number): number {
  if (load >= servers) return Number.POSITIVE_INFINITY;
  return (erlangC(servers, load) * serviceSeconds) / (servers - load);
}

/** Share of requests that wait longer than t: `C e^{-(c - a) t / s}`; everybody waits when overloaded. */
export function shareWaitingLonger(
  servers: number,
  load: number,
  serviceSeconds: number,
  seconds: number,
): number {
  if (load >= servers) return 1;
  return erlangC(servers, load) * Math.exp((-(servers - load) * seconds) / serviceSeconds);
}
