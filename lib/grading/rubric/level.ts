/**
 * The level verdict of an exam. Each stage gets a rating of 0 to 4: covering the mid points is worth two, the
 * senior and the staff points one each. The bars follow the pattern that published interview rubrics share: a mean,
 * and no stage that falls through.
 */
import { LEVELS, type Level, STAGE_MINUTES, STAGES, type Stage } from "@/lib/framework/stages";
import { scoreOf } from "@/lib/grading/rubric/score";
import type { LevelVerdict, PointGrade, Score } from "@/lib/grading/types";

/** What covering all points of a level adds to a stage's rating. */
export const STEPS: Record<Level, number> = { mid: 2, senior: 1, staff: 1 };

/** Least mean rating, least rating of any stage, and how many stages have to reach 3.5. */
export const LEVEL_BARS: Record<Level, { mean: number; least: number; outstanding: number }> = {
  mid: { mean: 1.4, least: 0.5, outstanding: 0 },
  senior: { mean: 2.6, least: 1, outstanding: 0 },
  staff: { mean: 3.3, least: 2, outstanding: 2 },
};
export const OUTSTANDING = 3.5;

export type Rating = { value: number; low: number; high: number };

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

/** Ratings of the stages that were asked for. */
type Ratings = Readonly<Partial<Record<Stage, number>>>;

const rated = (ratings: Ratings): { stage: Stage; rating: number }[] =>
  STAGES.flatMap((stage) => {
    const rating = ratings[stage];
    return rating === undefined ? [] : [{ stage, rating }];
  });

/** Mean of the stage ratings, weighted by the minutes that a round of 45 gives each stage. */
export function meanRating(ratings: Ratings): number {
  const minutes = STAGE_MINUTES[45];
  const stages = rated(ratings);
  const total = stages.reduce((sum, { stage }) => sum + minutes[stage], 0);
  return stages.reduce((sum, { stage, rating }) => sum + minutes[stage] * rating, 0) / total;
}

/** Which conditions of one level's bar the stage ratings meet; of few stages not more can be outstanding than there are. */
export function checkBar(level: Level, ratings: Ratings) {
  const bar = LEVEL_BARS[level];
  const values = rated(ratings).map(({ rating }) => rating);
  const outstanding = values.filter((value) => value >= OUTSTANDING).length;
  const conditions = {
    mean: meanRating(ratings) >= bar.mean,
    least: values.every((value) => value >= bar.least),
    outstanding: outstanding >= Math.min(bar.outstanding, values.length),
  };
  return { ...conditions, isMet: conditions.mean && conditions.least && conditions.outstanding };
}

/** The highest level whose bar is met, or null. */
export function levelOfRatings(ratings: Ratings): Level | null {
  return LEVELS.filter((level) => checkBar(level, ratings).isMet).at(-1) ?? null;
}

/** The ratings of all seven stages, whatever level was chosen: they look at the points of every level. */
export function stageRatings(points: readonly PointGrade[]): Record<Stage, Rating> {
  const all = STAGES.map((stage) => [stage, stageRating(points.filter((point) => point.stage === stage))]);
  return Object.fromEntries(all) as Record<Stage, Rating>;
}

/** @param stages those that were asked for: the others say nothing about the level */
export function decideLevel(points: readonly PointGrade[], stages: readonly Stage[] = STAGES): LevelVerdict {
  const ratings = stageRatings(points);
  const all = (key: keyof Rating) =>
    Object.fromEntries(stages.map((stage) => [stage, ratings[stage][key]])) as Ratings;
  return {
    level: levelOfRatings(all("value")),
    rating: meanRating(all("value")),
    low: meanRating(all("low")),
    high: meanRating(all("high")),
  };
}
