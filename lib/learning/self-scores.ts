/**
 * How a candidate rates their own stages before the report is shown, and how that compares. The scale is the report's
 * own stage rating (lib/grading/rubric/level.ts): 2 is what a mid answer covers, 3 a senior one, 4 a staff one. Who
 * overrates what they know stops studying it too early (Dunlosky and Rawson, 2012); hence the comparison, and the words.
 */
import * as z from "zod";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";

export const SELF_SCORES = [0, 1, 2, 3, 4] as const;
export type SelfScore = (typeof SELF_SCORES)[number];

/** What each score says, and how to tell. */
export const SELF_SCORE_WORDS: Record<SelfScore, { name: string; means: string }> = {
  0: { name: "nothing", means: "no sentence that a reader could quote" },
  1: { name: "named", means: "terms without their reasons" },
  2: { name: "explained", means: "correct, with reasons: a mid answer" },
  3: { name: "complete", means: "alternatives compared and decided, traps named: a senior answer" },
  4: { name: "complete, with numbers", means: "priced, and what would change the decision: a staff answer" },
};

export const selfScoresSchema = z.partialRecord(stageSchema, z.literal(SELF_SCORES));
/** Stages that were not rated are left out. */
export type SelfScoresByStage = z.infer<typeof selfScoresSchema>;

/** One stage rated by the candidate and by the report, 0 to 4; `difference` is own less report. */
export type Comparison = { stage: Stage; own: number; report: number; difference: number };

/** The rated stages in the framework's order. */
export function compareScores(
  own: SelfScoresByStage,
  ratings: Readonly<Record<Stage, { value: number }>>,
): Comparison[] {
  return STAGES.flatMap((stage) => {
    const score = own[stage];
    if (score === undefined) return [];
    const report = ratings[stage].value;
    return [{ stage, own: score, report, difference: score - report }];
  });
}

/** Half a step of the scale: closer than this is agreement, for the grader has an error of its own. */
export const AGREEMENT = 0.5;

const isApart = ({ difference }: Comparison): boolean => Math.abs(difference) > AGREEMENT;
const highOrLow = (difference: number): string =>
  `${Math.abs(difference).toFixed(1)} ${difference > 0 ? "higher" : "lower"}`;

/** All comparisons of one report in a sentence; empty when nothing was rated. */
export function comparisonWords(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) return "";
  const [most, ...others] = [...comparisons].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!most || !isApart(most)) {
    return comparisons.length === 1
      ? `You rated ${comparisons[0]?.stage} within half a step of the report.`
      : `You rated all ${comparisons.length} stages within half a step of the report.`;
  }
  const first = `You rated ${most.stage} ${highOrLow(most.difference)} than the report`;
  if (others.length === 0) return `${first}.`;
  const apart = others.filter(isApart).length;
  return apart === 0
    ? `${first}; the others within half a step.`
    : `${first}; ${apart} of the ${formatWithNoun(others.length, "other")} ${apart === 1 ? "differs" : "differ"} by more than half a step too.`;
}

/** How well one's ratings of a stage fit the reports: the mean difference is the bias, the mean absolute one the error. */
export type StageCalibration = {
  stage: Stage;
  attempts: number;
  meanDifference: number;
  meanAbsoluteError: number;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Per stage over attempts: $\overline{o - r}$ and $\overline{|o - r|}$ of own ratings o and ratings r of the report. */
export function selfScoreCalibration(attempts: readonly (readonly Comparison[])[]): StageCalibration[] {
  return STAGES.flatMap((stage) => {
    const differences = attempts
      .flat()
      .filter((one) => one.stage === stage)
      .map(({ difference }) => difference);
    if (differences.length === 0) return [];
    return [
      {
        stage,
        attempts: differences.length,
        meanDifference: mean(differences),
        meanAbsoluteError: mean(differences.map(Math.abs)),
      },
    ];
  });
}

/** A stage's calibration in words: where its ratings lean, or that they only scatter. */
export function calibrationWords({ attempts, meanDifference, meanAbsoluteError }: StageCalibration): string {
  if (Math.abs(meanDifference) > AGREEMENT) {
    return `${highOrLow(meanDifference)} than the report${attempts > 1 ? " on average" : ""}`;
  }
  return meanAbsoluteError > AGREEMENT
    ? `no lean, but ${meanAbsoluteError.toFixed(1)} off each time`
    : "close to the report";
}
