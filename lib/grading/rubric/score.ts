/**
 * Scores with an honest width. A score is the weighted mean of credits; its interval is what the grader's own
 * error leaves: a point that reads `not-sure` could be anything, one that is `explained` is rarely wrong.
 */
import { LEVELS, type Level } from "@/lib/framework/stages";
import type { PointGrade, Score, Verdict } from "@/lib/grading/types";

/**
 * Standard error of a credit by verdict: root mean square of (credit - mean mark) over the points of the `tune` half of
 * the labelled answers of all cases (README.md of lib/grading), rounded up to 0.05.
 */
const CREDIT_ERROR: Record<Verdict, number> = {
  explained: 0.3,
  partly: 0.45,
  "not-sure": 0.45,
  mentioned: 0.45,
  "maybe-contradicts": 0.4,
  missing: 0.4,
};

/** Standard normal quantile of 90 %: an 80 % interval has a tenth on each side. */
const Z_80 = 1.2816;

/** Whether a point is expected of `level`: points belong to the lowest level that should make them. */
export const isExpectedOf = (level: Level, pointLevel: Level): boolean =>
  LEVELS.indexOf(pointLevel) <= LEVELS.indexOf(level);

export function scoreOf(points: readonly PointGrade[]): Score {
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  if (total === 0) return { value: 0, low: 0, high: 0, points: 0 };
  const value = points.reduce((sum, point) => sum + point.weight * point.credit, 0) / total;
  const variance = points.reduce((sum, point) => sum + (point.weight * CREDIT_ERROR[point.verdict]) ** 2, 0);
  const half = (Z_80 * Math.sqrt(variance)) / total;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half), points: points.length };
}
