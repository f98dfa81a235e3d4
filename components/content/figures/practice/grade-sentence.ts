/** Grades one sentence against a few points: what the figure of receipts shows, on the server and in the browser alike. */
import type { RubricExcerpt } from "@/lib/content/rubric-excerpt";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { highlight, type Piece } from "@/lib/grading/report/highlight";
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { Gate, Verdict } from "@/lib/grading/types";

export type GradedPoint = {
  id: string;
  text: string;
  verdict: Verdict;
  credit: number;
  gate: Gate | null;
  feedback: string | null;
};
export type GradedSentence = { points: GradedPoint[]; pieces: Piece[]; flags: string[] };

export const prepareExcerpt = ({ rubric, lexicon, prompt }: RubricExcerpt): PreparedRubric =>
  prepareRubric(rubric, lexicon, { prompt });

/** Points keep the order of the excerpt; `pieces` are the sentence cut at the edges of its receipts. */
export function gradeSentence(prepared: PreparedRubric, sentence: string): GradedSentence {
  const grade = gradeAnswers(prepared, { data: sentence });
  const receipts = grade.points.flatMap(({ id, receipt }) => (receipt ? [{ pointId: id, receipt }] : []));
  return {
    points: grade.points.map(({ id, verdict, credit, gate, misconception }) => ({
      id,
      text: prepared.points.find((point) => point.id === id)?.text ?? "",
      verdict,
      credit,
      gate,
      feedback: misconception?.feedback ?? null,
    })),
    pieces: highlight(sentence, "data", receipts),
    flags: grade.flags,
  };
}
