/**
 * Which days serve what. Time only moves forward: models learn from the first days, are calibrated on a later one, and
 * are tested on the last two; requests are served on the day after the log ends.
 */
import type { ObservedAdsWorld } from "@/lib/worlds/ads/types";

/** Whole days, each the first that no longer belongs to its part. */
export type AdDayPlan = {
  readonly trainEnd: number;
  readonly calibrationEnd: number;
  readonly testEnd: number;
};

const TEST_DAYS = 2;
const CALIBRATION_DAYS = 1;

export function planAdDays({ config }: Pick<ObservedAdsWorld, "config">): AdDayPlan {
  const testEnd = config.days;
  const calibrationEnd = testEnd - TEST_DAYS;
  return { trainEnd: calibrationEnd - CALIBRATION_DAYS, calibrationEnd, testEnd };
}
