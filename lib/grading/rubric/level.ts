/**
 * The level verdict of an exam. Each stage gets a rating of 0 to 4: covering the mid points is worth two, the
 * senior and the staff points one each. The bars follow the pattern that published interview rubrics share: a mean,
 * and no stage that falls through.
 */
import { LEVELS, type Level, STAGE_MINUTES, STAGES, type Stage } from "@/lib/framework/stages";
import { scoreOf } from "@/lib/grading/rubric/score";
import type { LevelVerdict, PointGrade, Score } from "@/lib/grading/types";

const STEPS: Record<Level, number> = { mid: 2, senior: 1, staff: 1 };

/** Least mean rating, least rating of any stage, and how many stages have to reach 3.5. */
export const LEVEL_BARS: Record<Level, { mean: number; least: number; outstanding: number }> = {
  mid: { mean: 1.4, least: 0.5, outstanding: 0 },
  senior: { mean: 2.6, least: 1, outstanding: 0 },
  staff: { mean: 3.3, least: 2, outstanding: 2 },
};
const OUTSTANDING = 3.5;

type Rating = { value: number; low: number; high: number };

/** Rating of one stage, 0 to 4. A stage without points of a level counts the level below in its place. */
export function stageRating(points: readonly PointGrade[]): Rating {
  const rating = { value: 0, low: 0, high: 0 };
  let below: Score = { value: 0, low: 0, high: 0, points: 0 };
  for (const level of LEVELS) {
    const own = scoreOf(points.filter((point) => point.level === level));
    const used = own.points > 0 ? own : below;
    rating.value += STEPS[level] * used.value;
    rating.low += STEPS[level] * used.low;
    rating.high += STEPS[level] * used.high;
    below = used;
  }
  return rating;
}

export function decideLevel(points: readonly PointGrade[]): LevelVerdict {
  const minutes = STAGE_MINUTES[45];
  const ratings = new Map<Stage, Rating>(
    STAGES.map((stage) => [stage, stageRating(points.filter((point) => point.stage === stage))]),
  );
  const total = STAGES.reduce((sum, stage) => sum + minutes[stage], 0);
  const mean = (key: keyof Rating) =>
    STAGES.reduce((sum, stage) => sum + minutes[stage] * (ratings.get(stage)?.[key] ?? 0), 0) / total;
  const values = [...ratings.values()].map(({ value }) => value);
  let level: Level | null = null;
  for (const candidate of LEVELS) {
    const bar = LEVEL_BARS[candidate];
    const isMet =
      mean("value") >= bar.mean &&
      values.every((value) => value >= bar.least) &&
      values.filter((value) => value >= OUTSTANDING).length >= bar.outstanding;
    if (isMet) level = candidate;
  }
  return { level, rating: mean("value"), low: mean("low"), high: mean("high") };
}
