/** What is fitted: features with the sign and centre of their weights, and how hard the ridge pulls to these. */
import type { Recipe } from "./fit";

export const POINT: Recipe = {
  features: {
    recall: { sign: 1, centre: 0.7 },
    secondRecall: { sign: 1, centre: 0.7 },
    keyShare: { sign: 1, centre: 1.2 },
    contextRecall: { sign: 1, centre: 0 },
    precision: { sign: 1, centre: 3 },
    strength: { sign: 1, centre: 1.2 },
    rivalLead: { sign: -1, centre: -2.4 },
    rivalRecallLead: { sign: -1, centre: -5 },
    elsewhere: { sign: -1, centre: -1.2 },
  },
  ridge: 8,
  baseRate: null,
};

/**
 * The ridge pulls to the weights of the prototype (0.55 recall and 0.45 recall without the question's words, GRADING.md D2).
 * In sets of short answers a little fewer than half are right, in ours more are: the rows are weighted to that share.
 */
export const REFERENCE: Recipe = {
  features: {
    recall: { sign: 1, centre: 2 },
    demotedRecall: { sign: 1, centre: 4 },
    contextRecall: { sign: 1, centre: 0 },
    demotedStrength: { sign: 1, centre: 0 },
  },
  ridge: 6,
  baseRate: 0.45,
};
