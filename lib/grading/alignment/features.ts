/**
 * What is measured between one window of an answer and one target: the same for the points of a rubric and for the
 * reference answers of a question. All features lie in 0..1 (key share a little above); the calibration turns them into
 * a probability, with one set of coefficients for each use.
 */
import { contextRecall } from "@/lib/grading/alignment/aligned-words";
import type { Bank, Reference, Target } from "@/lib/grading/alignment/bank";
import { precisionOf, recallOf } from "@/lib/grading/alignment/overlap";
import type { Window } from "@/lib/grading/alignment/windows";

export const FEATURES = [
  "recall",
  "demotedRecall",
  "secondRecall",
  "keyShare",
  "contextRecall",
  "precision",
  "demotedPrecision",
  "strength",
  "demotedStrength",
  "rivalLead",
  "rivalRecallLead",
  "elsewhere",
] as const;
export type Feature = (typeof FEATURES)[number];

/**
 * - recall, demotedRecall: weighted soft recall of the best reference, plain and with the question's words demoted
 * - secondRecall: recall of the second best reference (of the best, when there is one only)
 * - keyShare: share of the target's own vocabulary, relative to what one reference of it attains
 * - contextRecall: recall of the words that stand in the same company as in the reference
 * - precision, demotedPrecision: share of the window's content that belongs to the target, shrunk for short windows
 * - strength, demotedStrength: how much of it was said in absolute terms, squashed to 0..1
 * - rivalLead, rivalRecallLead: how much less of it than of its strongest rival target the window covers; 0 when it leads
 * - elsewhere: 1 when the window stands in another stage's text than the target's own
 */
export type Features = Record<Feature, number>;

export type Measured = Features & { reference: Reference };

/** Said weight at which `strength` is one half. */
const STRENGTH_HALF = 2;

/** The best that any other target of the bank reaches in the same window. */
export type Rivals = { keyShare: number; recall: number };

const squashed = (mass: number) => mass / (mass + STRENGTH_HALF);

type Recalls = { reference: Reference; recall: number; demoted: number; second: number };

function recallsOf(target: Target, window: Window): Recalls | null {
  let best: Recalls | null = null;
  let second = 0;
  for (const reference of target.references) {
    const recall = recallOf(reference, reference.weights, window.similarities);
    const demoted = recallOf(reference, reference.demotedWeights, window.similarities);
    if (!best || recall + demoted > best.recall + best.demoted) {
      second = best?.recall ?? 0;
      best = { reference, recall, demoted, second: 0 };
    } else second = Math.max(second, recall);
  }
  return best && { ...best, second: target.references.length > 1 ? second : best.recall };
}

/** Features of a window for a target; null when the target has no reference. */
export function measure(
  bank: Bank,
  target: Target,
  window: Window,
  keyShare: number,
  rivals: Rivals,
): Measured | null {
  const best = recallsOf(target, window);
  if (!best) return null;
  const { reference, recall, demoted, second } = best;
  const precision = precisionOf(bank, target, window);
  const ownMass = reference.demotedWeights.reduce((sum, weight) => sum + weight, 0);
  return {
    reference,
    recall,
    demotedRecall: demoted,
    secondRecall: second,
    keyShare,
    contextRecall: contextRecall(bank, reference, window),
    precision: precision.plain,
    demotedPrecision: precision.demoted,
    strength: squashed(keyShare * target.keyMass),
    demotedStrength: squashed(demoted * ownMass),
    rivalLead: Math.max(0, rivals.keyShare - keyShare),
    rivalRecallLead: Math.max(0, rivals.recall - recall),
    elsewhere: target.home && window.part !== "whole" && window.part !== target.home ? 1 : 0,
  };
}
