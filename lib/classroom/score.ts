/**
 * From points to a grade. The score of a submission is the weighted mean of the credits of the points that its level
 * is expected to make in the stages that count; each formula is one function.
 */

export type ScoredPoint = {
  weight: number;
  isExpected: boolean;
  /** 0 to 1 as a person decided; null: not yet. */
  credit: number | null;
  /** 0 to 1 as the machine suggests. */
  suggested: number;
};

/** What is suggested to a grader: the machine's credit, moved by the class's own corrections where there are enough. */
export const suggestedCredit = (point: { machineCredit: number; adjustedCredit: number | null }): number =>
  point.adjustedCredit ?? point.machineCredit;

export type SubmissionScore = {
  /** 0 to 100 over the decided credits; null while a point that counts is undecided. */
  percent: number | null;
  /** 0 to 100 where what is undecided stands as the machine suggests it. */
  suggestedPercent: number;
  /** Points that count, and how many of them a person has decided. */
  points: number;
  decided: number;
};

/** Sum of weight times credit over the sum of weights, as a percentage; 0 when nothing counts. */
export function weightedPercent(credits: readonly { weight: number; credit: number }[]): number {
  const total = credits.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return (100 * credits.reduce((sum, { weight, credit }) => sum + weight * credit, 0)) / total;
}

export function submissionScore(points: readonly ScoredPoint[]): SubmissionScore {
  const counted = points.filter(({ isExpected }) => isExpected);
  const decided = counted.filter(({ credit }) => credit !== null).length;
  const suggestedPercent = weightedPercent(
    counted.map(({ weight, credit, suggested }) => ({ weight, credit: credit ?? suggested })),
  );
  return {
    percent: decided === counted.length ? suggestedPercent : null,
    suggestedPercent,
    points: counted.length,
    decided,
  };
}

/**
 * What is released: the raw percentage less what lateness takes, plus the adjustment by hand, held between 0 and 100.
 * All in percent of the points possible.
 */
export function finalPercent(raw: number, latePercent: number, adjustment: number): number {
  return Math.min(100, Math.max(0, raw - latePercent + adjustment));
}
