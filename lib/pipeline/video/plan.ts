/**
 * Which days of the log serve what. Time only moves forward: the two-tower learns from the first days, the ranker
 * from later ones that the two-tower has not seen (so its score is an honest feature), and the last days are held out.
 */
import type { VideoWorld } from "@/lib/worlds/video/types";

export type DayPlan = {
  /** The two-tower and co-watch learn from [0, towerEnd). */
  readonly towerEnd: number;
  /** The ranker learns from impressions of [towerEnd, trainEnd); requests happen at trainEnd. */
  readonly trainEnd: number;
  /** Held out: [trainEnd, end). */
  readonly end: number;
};

export function planDays({ config }: VideoWorld): DayPlan {
  const heldOut = Math.max(1, Math.round(config.days / 14));
  const ranker = Math.max(1, Math.round(config.days / 5.6));
  const trainEnd = config.days - heldOut;
  return { towerEnd: trainEnd - ranker, trainEnd, end: config.days };
}
