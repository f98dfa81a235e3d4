/**
 * What is measured between one window of an answer and one target. All features lie in 0..1 (key share a little
 * above); the calibration turns them into a probability.
 */
import type { Bank, Reference, Target } from "@/lib/grading/alignment/bank";
import type { Window } from "@/lib/grading/alignment/windows";

export type Features = {
  /** Weighted soft recall of the best reference, plain and with the question's words demoted. */
  recall: number;
  demotedRecall: number;
  /** Recall of the second best reference (of the best, when there is one only). */
  secondRecall: number;
  /** Share of the target's own vocabulary, relative to what one reference of it attains. */
  keyShare: number;
  /** How much less of it than of its strongest rival target the window covers; 0 when it leads. */
  rivalLead: number;
  /** The same lead, taken by the best single reference. */
  rivalRecallLead: number;
  /** Share of the window's content that belongs to the target's vocabulary, shrunk for short windows. */
  precision: number;
  /** How much of the target's vocabulary was said in absolute terms, squashed to 0..1. */
  strength: number;
  /** 1 when the window stands in another stage's text than the target's own. */
  elsewhere: number;
};

export type Measured = Features & { reference: Reference };

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

const MAX_KEY_SHARE = 1.2;
/** Key mass at which `strength` is one half. */
const STRENGTH_HALF = 2;
/** Content weight added to every window before its precision is taken. */
const PRECISION_PRIOR = 1;

/** Share of a target's key mass that a window holds. */
export function keyShareOf(target: Target, similarities: Float32Array): number {
  let mass = 0;
  target.keyTypes.forEach((type, i) => {
    mass += (target.keyWeights[i] ?? 0) * (similarities[type] ?? 0);
  });
  return Math.min(MAX_KEY_SHARE, mass / target.keyMass);
}

function precisionOf(bank: Bank, keyTypes: ReadonlySet<number>, window: Window): number {
  if (window.weight === 0) return 0;
  let matched = 0;
  for (const piece of window.segments) {
    for (const unit of piece.units) {
      let best = 0;
      for (const { type, similarity } of bank.types.matches(unit)) {
        if (similarity > best && keyTypes.has(type)) best = similarity;
      }
      matched += unit.weight * best;
    }
  }
  return matched / (window.weight + PRECISION_PRIOR);
}

const keyTypeSets = new WeakMap<Target, ReadonlySet<number>>();
function keyTypeSet(target: Target): ReadonlySet<number> {
  const known = keyTypeSets.get(target);
  if (known) return known;
  const computed = new Set(target.keyTypes);
  keyTypeSets.set(target, computed);
  return computed;
}

/** The best that any other target of the bank reaches in the same window. */
export type Rivals = { keyShare: number; recall: number };

/** Recall of the best reference of a target. */
export function bestRecallOf(target: Target, similarities: Float32Array): number {
  return Math.max(
    0,
    ...target.references.map((reference) => recallOf(reference, reference.weights, similarities)),
  );
}

/** Features of a window for a target. */
export function measure(
  bank: Bank,
  target: Target,
  window: Window,
  keyShare: number,
  rivals: Rivals,
): Measured | null {
  let best: { reference: Reference; recall: number; demoted: number } | null = null;
  let second = 0;
  for (const reference of target.references) {
    const recall = recallOf(reference, reference.weights, window.similarities);
    const demoted = recallOf(reference, reference.demotedWeights, window.similarities);
    if (!best || recall + demoted > best.recall + best.demoted) {
      second = best?.recall ?? 0;
      best = { reference, recall, demoted };
    } else second = Math.max(second, recall);
  }
  if (!best) return null;
  return {
    reference: best.reference,
    recall: best.recall,
    demotedRecall: best.demoted,
    secondRecall: target.references.length > 1 ? second : best.recall,
    keyShare,
    rivalLead: Math.max(0, rivals.keyShare - keyShare),
    rivalRecallLead: Math.max(0, rivals.recall - best.recall),
    precision: precisionOf(bank, keyTypeSet(target), window),
    strength: (keyShare * target.keyMass) / (keyShare * target.keyMass + STRENGTH_HALF),
    elsewhere: target.home && window.part !== "whole" && window.part !== target.home ? 1 : 0,
  };
}
