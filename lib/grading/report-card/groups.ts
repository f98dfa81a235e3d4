/** The same answers seen by how they were meant, one by one, and by what the grader promised of its credits. */
import { QUALITIES, type Quality } from "@/lib/content/schemas/labelled";
import { calibrationBins, mean } from "@/lib/evaluation/classification";
import { wilsonInterval } from "@/lib/evaluation/intervals";
import { CALIBRATION_BINS } from "@/lib/grading/report-card/agreement-of";
import { type GradedAnswer, meanMark, weightedMean } from "@/lib/grading/report-card/graded-answer";
import type { Part } from "@/lib/grading/types";

/** What the markers' mean gives an answer, 0 to 1. */
export const markScore = ({ judgements }: GradedAnswer): number =>
  weightedMean(judgements, judgements.map(meanMark));

export type QualityRow = { quality: Quality; answers: number; marks: number; grader: number };

/** Mean score of each quality by markers and grader, in the order of QUALITIES. */
export const byQuality = (answers: readonly GradedAnswer[]): QualityRow[] =>
  QUALITIES.flatMap((quality) => {
    const own = answers.filter((answer) => answer.quality === quality);
    if (own.length === 0) return [];
    return [
      {
        quality,
        answers: own.length,
        marks: mean(own.map(markScore)),
        grader: mean(own.map(({ score }) => score.value)),
      },
    ];
  });

export type ScorePoint = {
  caseSlug: string;
  id: string;
  part: Part;
  quality: Quality;
  marks: number;
  grader: number;
};

export const scorePoints = (answers: readonly GradedAnswer[]): ScorePoint[] =>
  answers.map((answer) => ({
    caseSlug: answer.caseSlug,
    id: answer.id,
    part: answer.part,
    quality: answer.quality,
    marks: markScore(answer),
    grader: answer.score.value,
  }));

export type ReliabilityRow = {
  count: number;
  predicted: number;
  observed: number;
  interval: readonly [number, number];
};

/**
 * Mean credit and mean mark in bins of equal width, the bins of the calibration error. A mark can be a half, which varies
 * less than 0 or 1, so that Wilson's interval is no narrower than it should be for independent points.
 */
export function reliabilityRows(answers: readonly GradedAnswer[]): ReliabilityRow[] {
  const all = answers.flatMap(({ judgements }) => judgements);
  const bins = calibrationBins(
    all.map(meanMark),
    all.map(({ grade }) => grade.credit),
    CALIBRATION_BINS,
  );
  return bins.map(({ count, meanPrediction, observedRate }) => ({
    count,
    predicted: meanPrediction,
    observed: observedRate,
    interval: wilsonInterval(observedRate * count, count),
  }));
}
