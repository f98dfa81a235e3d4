/** How much of a reference a window holds, and how much of a window belongs to a target: weighted shares of words. */
import { type Bank, DEMOTION, type Reference, type Target } from "@/lib/grading/alignment/bank";
import type { Window } from "@/lib/grading/alignment/windows";

/** Share of a reference's weight that a window holds. */
export function recallOf(
  reference: Reference,
  weights: readonly number[],
  similarities: Float32Array,
): number {
  let found = 0;
  let total = 0;
  reference.types.forEach((type, i) => {
    const weight = weights[i] ?? 0;
    total += weight;
    found += weight * (similarities[type] ?? 0);
  });
  return total > 0 ? found / total : 0;
}

/** Recall of the best reference of a target. */
export function bestRecallOf(target: Target, similarities: Float32Array): number {
  return Math.max(
    0,
    ...target.references.map((reference) => recallOf(reference, reference.weights, similarities)),
  );
}

const MAX_KEY_SHARE = 1.2;

/** Share of a target's key mass that a window holds. */
export function keyShareOf(target: Target, similarities: Float32Array): number {
  let mass = 0;
  target.keyTypes.forEach((type, i) => {
    mass += (target.keyWeights[i] ?? 0) * (similarities[type] ?? 0);
  });
  return Math.min(MAX_KEY_SHARE, mass / target.keyMass);
}

/** Content weight added to every window before its precision is taken. */
const PRECISION_PRIOR = 1;
/** The same where the question's words hardly count and little is left. */
const DEMOTED_PRIOR = 0.5;

export type Precision = { plain: number; demoted: number };

/** Share of a window's content that belongs to a target, plain and with the question's words demoted. */
export function precisionOf(bank: Bank, target: Target, window: Window): Precision {
  let [matched, demotedMatched, demotedWeight] = [0, 0, 0];
  for (const piece of window.segments) {
    for (const unit of piece.units) {
      let best = 0;
      for (const { type, similarity } of bank.types.matches(unit)) {
        if (similarity > best && target.keyTypeSet.has(type)) best = similarity;
      }
      const isAsked = unit.stems.every((stem) => bank.question.has(stem));
      const demotedUnit = unit.weight * (isAsked ? DEMOTION : 1);
      matched += unit.weight * best;
      demotedMatched += demotedUnit * best;
      demotedWeight += demotedUnit;
    }
  }
  return {
    plain: matched / (window.weight + PRECISION_PRIOR),
    demoted: demotedMatched / (demotedWeight + DEMOTED_PRIOR),
  };
}
