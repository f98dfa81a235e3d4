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
 * A point in the company of the others, on whole answers alone: nothing pulls the weights anywhere but to 0.
 */
export const IN_COMPANY: Recipe = {
  features: {
    recall: { sign: 1, centre: 0 },
    secondRecall: { sign: 1, centre: 0 },
    keyShare: { sign: 1, centre: 0 },
    contextRecall: { sign: 1, centre: 0 },
    precision: { sign: 1, centre: 0 },
    strength: { sign: 1, centre: 0 },
    rivalLead: { sign: -1, centre: 0 },
    rivalRecallLead: { sign: -1, centre: 0 },
    othersCredit: { sign: 1, centre: 0 },
    othersExplained: { sign: 1, centre: 0 },
    othersMisconceived: { sign: -1, centre: 0 },
    othersMentioned: { sign: -1, centre: 0 },
  },
  ridge: 1,
  baseRate: null,
};

/**
 * The ridge pulls to a little more than half of the weight on recall without the question's words, the rest on plain recall.
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
