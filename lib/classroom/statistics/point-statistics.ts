/**
 * What a class's submissions say about each point of the rubric and about the assignment as a test. Only points that
 * count and submissions that were graded by the same case take part. With few submissions a correlation says nothing:
 * it is null below MIN_SUBMISSIONS, and every number stands with its interval of 95 %.
 */

import { meanInterval } from "@/lib/evaluation/intervals";
import {
  correctedItemTotal,
  correlationInterval,
  cronbachAlpha,
  itemDifficulty,
  upperLowerDiscrimination,
} from "@/lib/evaluation/item-analysis";
import { type JudgedPoint, OUTCOMES, type Outcome, outcomeOf } from "./outcome";

/** With 20 submissions a correlation of 0.3 has an interval from -0.16 to 0.66 (Fisher, 1921): with fewer, none is shown. */
export const MIN_SUBMISSIONS = 20;

export type PointResult = JudgedPoint & { pointId: string; weight: number };
/** One submission: the points that count, in any order. */
export type SubmissionResult = { submissionId: string; points: readonly PointResult[] };

export type Interval = { low: number; high: number };
export type PointStatistics = {
  pointId: string;
  submissions: number;
  /** Mean credit, 0 to 1: the classical p value; high is easy. The interval is kept within 0 and 1. */
  difficulty: number;
  difficultyInterval: Interval;
  /** Corrected item-total correlation; null with too few submissions or where nothing varies. */
  discrimination: number | null;
  discriminationInterval: Interval | null;
  /** Upper less lower 27 %; null as above. */
  upperLower: number | null;
  outcomes: Record<Outcome, number>;
};
export type AssignmentStatistics = {
  submissions: number;
  hasEnough: boolean;
  /** Cronbach's alpha of the weighted credits; null as above. */
  alpha: number | null;
  points: PointStatistics[];
};

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
const withinShare = ({ low, high }: Interval): Interval => ({
  low: Math.max(0, low),
  high: Math.min(1, high),
});

const countOutcomes = (results: readonly JudgedPoint[]): Record<Outcome, number> => {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const result of results) counts[outcomeOf(result)]++;
  return counts;
};

type Column = { pointId: string; results: PointResult[]; totals: number[] };

/** A column for each point that occurs, with the weighted totals of the submissions in which it does. */
function columnsOf(submissions: readonly SubmissionResult[]): Column[] {
  const columns = new Map<string, Column>();
  for (const { points } of submissions) {
    const total = points.reduce((sum, { weight, credit }) => sum + weight * credit, 0);
    for (const point of points) {
      const column = columns.get(point.pointId) ?? { pointId: point.pointId, results: [], totals: [] };
      column.results.push(point);
      column.totals.push(total);
      columns.set(point.pointId, column);
    }
  }
  return [...columns.values()];
}

function pointStatistics({ pointId, results, totals }: Column): PointStatistics {
  const credits = results.map(({ credit }) => credit);
  const weighted = results.map(({ weight, credit }) => weight * credit);
  const hasEnough = results.length >= MIN_SUBMISSIONS;
  const rests = totals.map((total, i) => total - (weighted[i] as number));
  const discrimination = hasEnough ? orNull(correctedItemTotal(weighted, totals)) : null;
  return {
    pointId,
    submissions: results.length,
    difficulty: itemDifficulty(credits),
    difficultyInterval: withinShare(meanInterval(credits)),
    discrimination,
    discriminationInterval:
      discrimination === null ? null : correlationInterval(discrimination, results.length),
    upperLower: hasEnough ? orNull(upperLowerDiscrimination(credits, rests)) : null,
    outcomes: countOutcomes(results),
  };
}

/**
 * Alpha needs every item of every person. A class may add a point while a term runs: items that most submissions lack
 * are left out, and then the submissions that lack one of the rest.
 */
function alphaOf(submissions: readonly SubmissionResult[], columns: readonly Column[]): number | null {
  const items = columns.filter(({ results }) => 2 * results.length > submissions.length);
  const complete = submissions
    .map(({ points }) => new Map(points.map((point) => [point.pointId, point.weight * point.credit])))
    .filter((scores) => items.every(({ pointId }) => scores.has(pointId)))
    .map((scores) => items.map(({ pointId }) => scores.get(pointId) as number));
  return complete.length < MIN_SUBMISSIONS ? null : orNull(cronbachAlpha(complete));
}

export function assignmentStatistics(submissions: readonly SubmissionResult[]): AssignmentStatistics {
  const columns = columnsOf(submissions);
  return {
    submissions: submissions.length,
    hasEnough: submissions.length >= MIN_SUBMISSIONS,
    alpha: alphaOf(submissions, columns),
    points: columns.map(pointStatistics),
  };
}
