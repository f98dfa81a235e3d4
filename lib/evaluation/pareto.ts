/**
 * Two objectives on one list: what every weighting of them attains, and which attempts are dominated.
 * The weighted sum finds the points of the convex hull only (Das & Dennis, 1997).
 */

import type { Random } from "@/lib/random";
import { sigmoid } from "./logit";

export type Outcome = { first: number; second: number };
/** Predicted value of one candidate under each objective. */
export type Candidate = Outcome;

/** True when b is at least as good in both and better in one. */
export const isDominatedBy = (a: Outcome, b: Outcome): boolean =>
  b.first >= a.first && b.second >= a.second && (b.first > a.first || b.second > a.second);

/** The outcomes that no other dominates, by the first objective; duplicates stay. O(n log n). */
export function paretoFront<Item extends Outcome>(outcomes: readonly Item[]): Item[] {
  const sorted = [...outcomes].sort((a, b) => b.first - a.first || b.second - a.second);
  let best = Number.NEGATIVE_INFINITY;
  let at = Number.NaN;
  const front = sorted.filter((outcome) => {
    const isKept = outcome.second > best || (outcome.second === best && outcome.first === at);
    if (outcome.second > best) [best, at] = [outcome.second, outcome.first];
    return isKept;
  });
  return front.reverse();
}

/** The k candidates of largest `(1 - w)\,a + w\,b`, and the sum of each objective over them. Ties keep their order. */
export function chooseList(candidates: readonly Candidate[], weight: number, length: number): Outcome {
  const score = ({ first, second }: Candidate) => (1 - weight) * first + weight * second;
  const chosen = [...candidates].sort((a, b) => score(b) - score(a)).slice(0, length);
  return sumOf(chosen);
}

function sumOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, { first, second }) => ({ first: sum.first + first, second: sum.second + second }),
    { first: 0, second: 0 },
  );
}

/** Mean outcome of a list per request when every request is ordered with one weight. */
export function outcomeOfWeight(
  requests: readonly (readonly Candidate[])[],
  weight: number,
  length: number,
): Outcome {
  const total = sumOf(requests.map((candidates) => chooseList(candidates, weight, length)));
  return { first: total.first / requests.length, second: total.second / requests.length };
}

/** Mean outcome of a list drawn at random from each request: what no model at all attains. */
export function outcomeAtRandom(requests: readonly (readonly Candidate[])[], length: number): Outcome {
  const sums = requests.map((candidates) => {
    const { first, second } = sumOf(candidates);
    return { first: (first / candidates.length) * length, second: (second / candidates.length) * length };
  });
  const total = sumOf(sums);
  return { first: total.first / requests.length, second: total.second / requests.length };
}

/**
 * Requests with candidates whose two probabilities have logits of the given correlation: 1 means that the objectives
 * agree, -1 that what is clicked is what is regretted.
 */
export function drawRequests(
  { requests, candidates, correlation }: { requests: number; candidates: number; correlation: number },
  random: Random,
): Candidate[][] {
  const other = Math.sqrt(1 - correlation ** 2);
  return Array.from({ length: requests }, () =>
    Array.from({ length: candidates }, () => {
      const shared = random.normal();
      const own = correlation * shared + other * random.normal();
      return { first: sigmoid(-2 + 0.9 * shared), second: sigmoid(-2.5 + 0.9 * own) };
    }),
  );
}
