/**
 * The generic grader (any question, reference answers) on the short answers of the project, beside token overlap and length, and
 * one marker beside the other. Eight answers share a question, so intervals come from resampled questions.
 */
import type { MarkedShortAnswer } from "@/lib/content/parse-labelled";
import { accuracyAt, pearson, rootMeanSquareError } from "@/lib/evaluation/agreement";
import { bootstrapIntervals } from "@/lib/evaluation/bootstrap";
import { isotonicRegression } from "@/lib/evaluation/calibration";
import { mean } from "@/lib/evaluation/classification";
import type { Estimate } from "@/lib/grading/report-card/agreement-of";
import { countWords } from "@/lib/grading/report-card/graded-answer";
import { tokenOverlap } from "@/lib/grading/report-card/token-overlap";
import type { Random } from "@/lib/random";

/** A short answer and what the grader gives it, 0 to 1. */
export type GradedShortAnswer = { answer: MarkedShortAnswer; score: number };

export const SHORT_METRICS = ["accuracy", "pearson", "rmse"] as const;
export type ShortMetric = (typeof SHORT_METRICS)[number];
export type ShortEstimates = Record<ShortMetric, Estimate>;
export type ShortFigures = {
  answers: number;
  questions: number;
  judges: Record<"grader" | "lengthOnly" | "tokenOverlap", ShortEstimates> & { markers?: ShortEstimates };
};

type Side = { given: number; mark: number; question: string };

const markOf = ({ passes }: MarkedShortAnswer): number => mean(passes);
const overlapOf = ({ references, answer }: MarkedShortAnswer): number =>
  Math.max(...references.map((reference) => tokenOverlap(reference, answer)));

type ShortJudge = (row: GradedShortAnswer) => number;
export type ShortBaselines = { lengthOnly: ShortJudge; tokenOverlap: ShortJudge };

/** Rising curves from one number to the mark, fitted on tuning rows of all domains. */
export function fitShortBaselines(tune: readonly GradedShortAnswer[]): ShortBaselines {
  const answers = tune.map(({ answer }) => answer);
  const fitted = (measure: (answer: MarkedShortAnswer) => number): ShortJudge => {
    const curve = isotonicRegression(answers.map(markOf), answers.map(measure));
    return ({ answer }) => curve(measure(answer));
  };
  return { lengthOnly: fitted(({ answer }) => countWords(answer)), tokenOverlap: fitted(overlapOf) };
}

const figures = (sides: readonly Side[]): number[] => {
  const [given, marks] = [sides.map((side) => side.given), sides.map((side) => side.mark)];
  return [accuracyAt(given, marks), pearson(given, marks), rootMeanSquareError(given, marks)];
};

function estimate(sides: readonly Side[], random: Random, draws: number): ShortEstimates {
  const groups = [...new Set(sides.map(({ question }) => question))].map((question) =>
    sides.filter((side) => side.question === question),
  );
  const values = figures(sides);
  const intervals = bootstrapIntervals(
    groups.length,
    (rows) => figures(Array.from(rows, (row) => groups[row] ?? []).flat()),
    random,
    draws,
  );
  const at = (index: number): Estimate => {
    const { low = Number.NaN, high = Number.NaN } = intervals[index] ?? {};
    return { value: values[index] ?? Number.NaN, low, high };
  };
  return { accuracy: at(0), pearson: at(1), rmse: at(2) };
}

/** Figures of answers that the baselines were not fitted on. */
export function shortFigures(
  rows: readonly GradedShortAnswer[],
  { lengthOnly, tokenOverlap: overlap }: ShortBaselines,
  random: Random,
  draws: number,
): ShortFigures {
  const judged = (judge: ShortJudge, mark = markOf): ShortEstimates =>
    estimate(
      rows.map((row) => ({ given: judge(row), mark: mark(row.answer), question: row.answer.question })),
      random,
      draws,
    );
  const isTwice = rows.every(({ answer }) => answer.passes.length >= 2);
  const pass = (index: number) => (answer: MarkedShortAnswer) => answer.passes[index] ?? Number.NaN;
  return {
    answers: rows.length,
    questions: new Set(rows.map(({ answer }) => answer.question)).size,
    judges: {
      grader: judged(({ score }) => score),
      lengthOnly: judged(lengthOnly),
      tokenOverlap: judged(overlap),
      ...(isTwice && { markers: judged(({ answer }) => pass(0)(answer), pass(1)) }),
    },
  };
}
