/**
 * Who is compared with whom: the grader and the two baselines with the markers' mean, and, where answers were marked twice, one
 * pass with the other, which is about as far as agreement can go.
 */
import { mean } from "@/lib/evaluation/classification";
import {
  type Agreement,
  agreementOf,
  type Estimate,
  type EstimatedAgreement,
  estimatePanel,
  type Lead,
  MADE,
  type Panel,
  type Rated,
} from "@/lib/grading/report-card/agreement-of";
import type { Judge } from "@/lib/grading/report-card/baselines";
import { type GradedAnswer, meanMark, weightedMean } from "@/lib/grading/report-card/graded-answer";
import type { Random } from "@/lib/random";

export type Baselines = { lengthOnly: Judge; tokenOverlap: Judge };

export const JUDGES = ["grader", "lengthOnly", "tokenOverlap", "markers"] as const;
export type JudgeName = (typeof JUDGES)[number];

export const graderCredits: Judge = ({ judgements }) => judgements.map(({ grade }) => grade.credit);
const meanMarks: Judge = ({ judgements }) => judgements.map(meanMark);
/** The marks of one pass. */
export const passMarks =
  (pass: number): Judge =>
  ({ judgements }) =>
    judgements.map(({ marks }) => marks[pass] ?? Number.NaN);

/** Both sides of the comparison, answer by answer. */
export const rate = (answers: readonly GradedAnswer[], judge: Judge, given: Judge = meanMarks): Rated[] =>
  answers.map((answer) => {
    const [credits, marks] = [judge(answer), given(answer)];
    const { judgements } = answer;
    return {
      credits,
      marks,
      score: weightedMean(judgements, credits),
      markScore: weightedMean(judgements, marks),
    };
  });

export const isMarkedTwice = (answers: readonly GradedAnswer[]): boolean =>
  answers.length > 0 && answers.every(({ judgements }) => judgements.every(({ marks }) => marks.length >= 2));

function panelOf(answers: readonly GradedAnswer[], baselines: Baselines): Partial<Panel<JudgeName>> {
  return {
    grader: rate(answers, graderCredits),
    lengthOnly: rate(answers, baselines.lengthOnly),
    tokenOverlap: rate(answers, baselines.tokenOverlap),
    ...(isMarkedTwice(answers) && { markers: rate(answers, passMarks(0), passMarks(1)) }),
  };
}

const LEADS: readonly Lead<JudgeName>[] = [
  { of: "grader", over: "lengthOnly", metric: "pearson" },
  { of: "grader", over: "lengthOnly", metric: "qwk" },
];

/** How often the grader is sure, how right it then is, and how often the markers' score lies in its interval. */
export type Sureness = {
  notSure: number;
  accuracyWhenSure: number;
  /** Share of the points it was not sure of that the markers found made. */
  madeWhenNotSure: number;
  /** Share of answers whose markers' score lies in the 80 % interval of the grader's. */
  coverage80: number;
};

export type ScopeFigures = {
  answers: number;
  judgements: number;
  /** Share of the judgements that the markers found made. */
  made: number;
  judges: Partial<Record<JudgeName, EstimatedAgreement>>;
  lead: { pearson: Estimate; qwk: Estimate };
  beatsLengthOnly: boolean;
  /** The grader beside each pass alone, as the passes stand beside each other. */
  againstEachPass: Agreement[];
  sureness: Sureness;
};

export function surenessOf(answers: readonly GradedAnswer[]): Sureness {
  const all = answers.flatMap(({ judgements }) => judgements);
  const isMade = (value: number) => value >= MADE;
  const share = <T>(items: readonly T[], holds: (item: T) => boolean) =>
    items.filter(holds).length / items.length;
  const sure = all.filter(({ grade }) => grade.verdict !== "not-sure");
  const unsure = all.filter(({ grade }) => grade.verdict === "not-sure");
  return {
    notSure: unsure.length / all.length,
    accuracyWhenSure: share(sure, (one) => isMade(one.grade.credit) === isMade(meanMark(one))),
    madeWhenNotSure: share(unsure, (one) => isMade(meanMark(one))),
    coverage80: share(answers, ({ judgements, score }) => {
      const given = weightedMean(judgements, judgements.map(meanMark));
      return given >= score.low && given <= score.high;
    }),
  };
}

/** All figures of some answers; `draws` 0 leaves the intervals out. */
export function figuresOf(
  answers: readonly GradedAnswer[],
  baselines: Baselines,
  random: Random,
  draws: number,
): ScopeFigures {
  const panel = panelOf(answers, baselines) as Panel<JudgeName>;
  const { judges, leads } = estimatePanel(panel, LEADS, random, draws);
  const [pearson, qwk] = leads as [Estimate, Estimate];
  const judgements = answers.flatMap((answer) => answer.judgements);
  const passes = isMarkedTwice(answers) ? [0, 1] : [0];
  return {
    answers: answers.length,
    judgements: judgements.length,
    made: mean(judgements.map((one) => (meanMark(one) >= MADE ? 1 : 0))),
    judges,
    lead: { pearson, qwk },
    beatsLengthOnly: pearson.value > 0 && qwk.value > 0,
    againstEachPass: passes.map((pass) => agreementOf(rate(answers, graderCredits, passMarks(pass)))),
    sureness: surenessOf(answers),
  };
}
