/**
 * Judges that understand nothing, which a grader must beat: the length of an answer, and the words that it shares with the
 * key. Each is a rising curve (isotonic regression) fitted to the markers' mean on tuning rows, which is the best that a
 * measure of one number can do without knowing the test.
 */
import { type Calibration, isotonicRegression } from "@/lib/evaluation/calibration";
import { type GradedAnswer, meanMark, weightedMean } from "@/lib/grading/report-card/graded-answer";

/** What a judge gives to each point of an answer. */
export type Judge = (answer: GradedAnswer) => readonly number[];

const curve = (rows: readonly { x: number; y: number }[]): Calibration =>
  isotonicRegression(
    rows.map(({ y }) => y),
    rows.map(({ x }) => x),
  );

const isWhole = ({ part }: GradedAnswer) => part === "whole";

/**
 * Length only: words to score. Answers to one stage and answers that cover the interview have a curve each, as their
 * lengths differ by what was asked. Every point gets the score.
 */
export function fitLengthOnly(tune: readonly GradedAnswer[]): Judge {
  const curveOf = (answers: readonly GradedAnswer[]) =>
    curve(
      answers.map((answer) => ({
        x: answer.words,
        y: weightedMean(answer.judgements, answer.judgements.map(meanMark)),
      })),
    );
  const [stage, whole] = [curveOf(tune.filter((answer) => !isWhole(answer))), curveOf(tune.filter(isWhole))];
  return (answer) => {
    const score = (isWhole(answer) ? whole : stage)(answer.words);
    return answer.judgements.map(() => score);
  };
}

/** Token overlap: share of the words of a point's nearest exemplar, to the mark. */
export function fitTokenOverlap(tune: readonly GradedAnswer[]): Judge {
  const fitted = curve(
    tune.flatMap(({ judgements }) =>
      judgements.map((judgement) => ({ x: judgement.overlap, y: meanMark(judgement) })),
    ),
  );
  return ({ judgements }) => judgements.map(({ overlap }) => fitted(overlap));
}
