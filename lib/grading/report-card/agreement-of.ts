/**
 * The figures of the card: how what a judge gave stands to what the markers gave, over whole answers (correlation, kappa)
 * and over single points (macro-F1, calibration error, precision and recall of credit), with intervals from resampled
 * answers, since the points of one answer are not independent.
 */
import { macroF1, pearson, quadraticWeightedKappa } from "@/lib/evaluation/agreement";
import { bootstrapIntervals } from "@/lib/evaluation/bootstrap";
import { expectedCalibrationError } from "@/lib/evaluation/classification";
import type { Random } from "@/lib/random";

/** One answer as a judge and the markers see it; `credits[i]` and `marks[i]` belong to one point. */
export type Rated = {
  score: number;
  markScore: number;
  credits: readonly number[];
  marks: readonly number[];
};

export const METRICS = [
  "pearson",
  "qwk",
  "macroF1",
  "macroF1ThreeWay",
  "ece",
  "precision",
  "recall",
] as const;
export type Metric = (typeof METRICS)[number];
export type Agreement = Record<Metric, number>;
export type Estimate = { value: number; low: number; high: number };
export type EstimatedAgreement = Record<Metric, Estimate>;

/** A point is made from here on, whether a marker or a judge says so. */
export const MADE = 0.5;
const GRADES_ABOVE_ZERO = 4;
export const CALIBRATION_BINS = 10;

/** The five grades of a stage, 0 to 4: the scale on which a report rates stages. */
export const toGrade = (score: number): number => Math.round(score * GRADES_ABOVE_ZERO);
/** The nearest of 0, 0.5 and 1; what lies between goes up. */
export const toThreeWay = (credit: number): number => Math.round(credit * 2) / 2;
const isMade = (credit: number): number => (credit >= MADE ? 1 : 0);

/** NaN where a figure does not exist, such as the correlation of a constant. */
export function agreementOf(answers: readonly Rated[]): Agreement {
  const scores = answers.map(({ score }) => score);
  const markScores = answers.map(({ markScore }) => markScore);
  const credits = answers.flatMap((answer) => answer.credits);
  const marks = answers.flatMap((answer) => answer.marks);
  const [credited, made] = [credits.map(isMade), marks.map(isMade)];
  const right = credited.filter((one, i) => one === 1 && made[i] === 1).length;
  const count = (ones: readonly number[]) => ones.reduce((sum, one) => sum + one, 0);
  return {
    pearson: pearson(scores, markScores),
    qwk: quadraticWeightedKappa(scores.map(toGrade), markScores.map(toGrade)),
    macroF1: macroF1(made, credited),
    macroF1ThreeWay: macroF1(marks.map(toThreeWay), credits.map(toThreeWay)),
    ece: expectedCalibrationError(marks, credits, CALIBRATION_BINS),
    precision: right / count(credited),
    recall: right / count(made),
  };
}

/** Judges of the same answers, in the same order. */
export type Panel<Judge extends string> = Readonly<Record<Judge, readonly Rated[]>>;
/** By how much a metric of one judge exceeds that of another. */
export type Lead<Judge extends string> = { of: Judge; over: Judge; metric: Metric };

/**
 * Every figure of every judge, and leads of one over another, all from the same resamples of answers, so that a lead has the
 * interval of a paired comparison.
 */
export function estimatePanel<Judge extends string>(
  panel: Panel<Judge>,
  leads: readonly Lead<Judge>[],
  random: Random,
  draws: number,
): { judges: Record<Judge, EstimatedAgreement>; leads: Estimate[] } {
  const judges = Object.keys(panel) as Judge[];
  const figures = (pick: (rated: readonly Rated[]) => readonly Rated[]): number[] => {
    const found = new Map(judges.map((judge) => [judge, agreementOf(pick(panel[judge]))]));
    const of = (judge: Judge, metric: Metric) => found.get(judge)?.[metric] ?? Number.NaN;
    return [
      ...judges.flatMap((judge) => METRICS.map((metric) => of(judge, metric))),
      ...leads.map((lead) => of(lead.of, lead.metric) - of(lead.over, lead.metric)),
    ];
  };
  const values = figures((rated) => rated);
  const count = panel[judges[0] as Judge]?.length ?? 0;
  const intervals = bootstrapIntervals(
    count,
    (rows) => figures((rated) => Array.from(rows, (row) => rated[row] as Rated)),
    random,
    draws,
  );
  const estimates = values.map((value, i): Estimate => {
    const { low = Number.NaN, high = Number.NaN } = intervals[i] ?? {};
    return { value, low, high };
  });
  const ofJudge = (index: number) =>
    Object.fromEntries(METRICS.map((metric, i) => [metric, estimates[index * METRICS.length + i]]));
  return {
    judges: Object.fromEntries(judges.map((judge, i) => [judge, ofJudge(i)])) as Record<
      Judge,
      EstimatedAgreement
    >,
    leads: estimates.slice(judges.length * METRICS.length),
  };
}
