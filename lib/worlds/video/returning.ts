/**
 * How satisfied a visit was changes how soon a person comes back. Each visit counts 1 when it held a satisfied watch and
 * 0 when not; a moving average of that raises or lowers the expected visits of the next days, within bounds.
 */

/** Weight of the latest visit in the moving average: about the last fifteen visits count. */
const LATEST_VISIT_WEIGHT = 0.12;
/** What an average user's visits average to in the default world; there the factor is 1. */
export const USUAL_SATISFACTION = 0.35;
const GAIN = 1.2;
const LEAST_FACTOR = 0.6;
const GREATEST_FACTOR = 1.5;

/** The moving average after a visit. */
export const satisfactionAfter = (satisfaction: number, isSatisfied: boolean) =>
  satisfaction + LATEST_VISIT_WEIGHT * (Number(isSatisfied) - satisfaction);

/** By how much a person's activity differs from the usual: 1 + gain (satisfaction - usual), bounded. */
export const returnFactor = (satisfaction: number) =>
  Math.min(GREATEST_FACTOR, Math.max(LEAST_FACTOR, 1 + GAIN * (satisfaction - USUAL_SATISFACTION)));
