/**
 * An answer of the labelled set beside its grade: for each point what the markers gave and what the grader did. The rows
 * of which everything else in this folder is made.
 */
import type { MarkedAnswer } from "@/lib/content/parse-labelled";
import type { Quality, Split } from "@/lib/content/schemas/labelled";
import type { Point } from "@/lib/content/schemas/rubric";
import { mean } from "@/lib/evaluation/classification";
import { gradeAnswers, type PointFit } from "@/lib/grading/grade-answers";
import { tokenOverlap } from "@/lib/grading/report-card/token-overlap";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { scoreOf } from "@/lib/grading/rubric/score";
import type { Part, PointGrade, Score } from "@/lib/grading/types";

/** One point of one answer. `marks` has one entry a pass. */
export type Judgement = {
  point: Point;
  grade: PointGrade;
  marks: readonly number[];
  /** Share of the words of its nearest exemplar that the answer holds: a baseline. */
  overlap: number;
};

export type GradedAnswer = {
  caseSlug: string;
  id: string;
  part: Part;
  quality: Quality;
  split: Split;
  text: string;
  words: number;
  judgements: readonly Judgement[];
  /** As a report shows it: the weighted mean of the credits, with its interval. */
  score: Score;
};

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** Grades one labelled answer on the points of its stage, or on all when it covers the whole interview. */
export function gradeLabelled(
  caseSlug: string,
  rubric: PreparedRubric,
  answer: MarkedAnswer,
  coefficients?: PointFit,
): GradedAnswer {
  const { id, stage: part, quality, split, text, passes } = answer;
  const only = part === "whole" ? undefined : part;
  const { points } = gradeAnswers(rubric, { [part]: text }, { only, coefficients });
  const byId = new Map(rubric.points.map((point) => [point.id, point]));
  const judgements = points.flatMap((grade): Judgement[] => {
    const point = byId.get(grade.id);
    if (!point) return [];
    const marks = passes.map((pass) => pass[grade.id] ?? 0);
    const overlap = Math.max(...point.exemplars.map((exemplar) => tokenOverlap(exemplar, text)));
    return [{ point, grade, marks, overlap }];
  });
  return {
    caseSlug,
    id,
    part,
    quality,
    split,
    text,
    words: countWords(text),
    judgements,
    score: scoreOf(points),
  };
}

/** What the passes gave on average. */
export const meanMark = ({ marks }: Pick<Judgement, "marks">): number => mean(marks);

/** Mean of what was given to the points, weighted as a score weighs them. */
export function weightedMean(judgements: readonly Judgement[], given: readonly number[]): number {
  const total = judgements.reduce((sum, { point }) => sum + point.weight, 0);
  return judgements.reduce((sum, { point }, i) => sum + point.weight * (given[i] ?? 0), 0) / total;
}
