/** The second grade beside the first: its score by our own arithmetic, agreement, and when a person should look. */
import type { PointGrade } from "@/lib/grading/types";
import type { SecondPoint } from "./schema";

export type FirstPoint = Pick<PointGrade, "id" | "weight" | "credit"> & { isExpected: boolean };
type Pair = { first: FirstPoint; second: SecondPoint };

export function pairPoints(first: readonly FirstPoint[], second: readonly SecondPoint[]): Pair[] {
  const byId = new Map(second.map((point) => [point.id, point]));
  return first.flatMap((point) => {
    const other = byId.get(point.id);
    return other ? [{ first: point, second: other }] : [];
  });
}

/** Weighted mean of the second credits over expected points, 0 to 1; null without any. */
export function secondScore(pairs: readonly Pair[]): number | null {
  const expected = pairs.filter(({ first }) => first.isExpected);
  const total = expected.reduce((sum, { first }) => sum + first.weight, 0);
  if (total === 0) return null;
  return expected.reduce((sum, { first, second }) => sum + first.weight * second.credit, 0) / total;
}

export const MADE = 0.5;
const NO_TRACE = 0.2;
const LEAST_UNSUPPORTED = 3;

/** True when more than half of what the model credits, and at least three points, leave no trace for the first grader. */
export function needsReview(pairs: readonly Pair[]): boolean {
  const credited = pairs.filter(({ second }) => second.credit >= MADE);
  const unsupported = credited.filter(({ first }) => first.credit < NO_TRACE);
  return unsupported.length >= LEAST_UNSUPPORTED && unsupported.length > credited.length / 2;
}

/** Points on which both say made, or both say not made. */
export const agreement = (pairs: readonly Pair[]): number =>
  pairs.filter(({ first, second }) => first.credit >= MADE === second.credit >= MADE).length;
