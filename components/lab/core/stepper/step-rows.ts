/** Which of the videos that a trace follows stand at a step, in the order of that step, and what happened to them. */

import { STEP_NAMES, type StepName } from "@/lib/pipeline/video/names";
import type { ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

/** The slate and the others that the trace keeps, each once. */
export function tracedItems({ slate, others }: Recommendation): ItemTrace[] {
  const seen = new Set<number>();
  return [...slate, ...others].filter(({ card }) => !seen.has(card.item) && seen.add(card.item));
}

const orderOf = (step: StepName) => STEP_NAMES.indexOf(step);

/** True when the video was there as `step` began. */
export function entered(trace: ItemTrace, step: StepName): boolean {
  return trace.left === null || orderOf(trace.left.step) >= orderOf(step);
}

/** True when `step` took the video out. */
export const leftAt = (trace: ItemTrace, step: StepName): boolean => trace.left?.step === step;

const best = (trace: ItemTrace) => Math.min(...trace.sources.map(({ rank }) => rank));
const last = Number.MAX_SAFE_INTEGER;
const ORDERS: Record<StepName, (trace: ItemTrace) => number> = {
  retrieve: best,
  merge: ({ position }) => position.retrieved,
  filter: ({ position }) => position.retrieved,
  rank: ({ position }) => position.ranked ?? last,
  rules: ({ position }) => position.ruled ?? position.ranked ?? last,
  diversify: ({ position }) => position.slate ?? (position.ruled ?? last / 2) + 1000,
};

/** What a step is looked at for: those it took out or moved come first at filter and rules, the order itself elsewhere. */
export function rowsOfStep(recommendation: Recommendation, step: StepName, limit: number): ItemTrace[] {
  const order = ORDERS[step];
  const rows = tracedItems(recommendation)
    .filter((trace) => entered(trace, step))
    .sort((a, b) => order(a) - order(b));
  if (step !== "filter" && step !== "rules") return rows.slice(0, limit);
  const isTouched = (trace: ItemTrace) =>
    leftAt(trace, step) || trace.moves.some((move) => move.step === step);
  const touched = rows.filter(isTouched).slice(0, limit);
  return [
    ...touched,
    ...rows.filter((trace) => !isTouched(trace)).slice(0, Math.max(3, limit - touched.length)),
  ];
}
