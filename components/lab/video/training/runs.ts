/** The points of a training as curves: one of the two-tower, one of each ranker that was trained after it. */

import { RANKER_NAMES, type RankerName } from "@/lib/pipeline/video/names";
import type { ModelCard, TrainingPoint } from "@/lib/pipeline/video/trace";

export type Run = {
  /** null for the two-tower, and for a ranker that the points do not tell apart. */
  ranker: RankerName | null;
  /** Steps of this run alone. */
  steps: number;
  points: readonly TrainingPoint[];
};

export const towerRun = (points: readonly TrainingPoint[]): Run => {
  const own = points.filter((point) => point.model === "two-tower");
  return { ranker: null, steps: own[0]?.steps ?? 0, points: own };
};

/**
 * Rankers are trained one after the other, and their steps are counted through. A new one begins where the epoch starts
 * again; its points get steps from its own beginning.
 */
export function rankerRuns(points: readonly TrainingPoint[], names: readonly RankerName[]): Run[] {
  const groups: TrainingPoint[][] = [];
  for (const point of points) {
    if (point.model !== "ranker") continue;
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && before.epoch <= point.epoch) group.push(point);
    else groups.push([point]);
  }
  const all = groups[0]?.[0]?.steps ?? 0;
  const steps = Math.round(all / Math.max(1, groups.length, names.length));
  return groups.map((group, index) => ({
    ranker: names.length >= groups.length ? (names[index] ?? null) : null,
    steps,
    points: group.map((point) => ({ ...point, step: point.step - index * steps, steps })),
  }));
}

/** The rankers of a card, in the order in which they were trained. */
export const rankersOf = ({ trainSeconds }: Pick<ModelCard, "trainSeconds">): RankerName[] =>
  RANKER_NAMES.filter((name) => trainSeconds.rankers[name] !== undefined);

/** What popularity alone reaches on the same held-out data, as the training measured it; null before it did. */
export const popularityOf = ({ points }: Run): number | null =>
  points.findLast((point) => point.popularity !== undefined)?.popularity ?? null;
