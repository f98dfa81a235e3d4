/** The sheet of one review: which points it asks for, by the level and stages of the assignment. */
import "server-only";
import { peerPoints } from "@/lib/classroom/peer/peer-points";
import type { Level, Stage } from "@/lib/framework/stages";
import { isExpectedOf } from "@/lib/grading/rubric/score";

export type PreparedPoint = {
  id: string;
  stage: Stage;
  level: Level;
  weight: number;
  text: string;
  why: string;
};

/** @param points all points of the case, as the reviewed answer was graded by */
export function sheetOf(
  points: readonly PreparedPoint[],
  { level, stages }: { level: Level; stages: readonly Stage[] },
): PreparedPoint[] {
  const counts = (stage: Stage) => stages.length === 0 || stages.includes(stage);
  const marked = points.map(({ id, stage, level: own, weight, text, why }) => ({
    ...{ id, stage, level: own, weight, text, why },
    isExpected: isExpectedOf(level, own) && counts(stage),
  }));
  return peerPoints(marked).map(({ isExpected: _, ...point }) => point);
}
