import { highlight } from "@/lib/grading/report/highlight";
import type { ReportFinding } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";
import { type MarkedPoint, marksOf } from "./answer-marks";
import { AnswerPiece, marksInOrder } from "./answer-piece";

type Props = {
  text: string;
  part: Part;
  points: readonly MarkedPoint[];
  /** Words that a finding points at are marked too, and lead to it. */
  findings?: readonly ReportFinding[] | undefined;
  /** False where the points do not stand on the page, or stand there twice. Default true. */
  isLinked?: boolean;
};

/** The answer as it was written, with the words that earned points marked and linked to the point. */
export function HighlightedAnswer({ text, part, points, findings = [], isLinked = true }: Props) {
  const { marks, receipts } = marksOf(points, findings);
  const marksOfPiece = marksInOrder(marks);
  return (
    <p className="font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap">
      {highlight(text, part, receipts).map((piece) => {
        const own = marksOfPiece(piece.pointIds);
        // An id may stand on a page once: where a point has two answers, nothing leads to either.
        const begun = isLinked ? own.begun : [];
        return <AnswerPiece key={piece.start} {...{ piece, begun, isLinked }} marks={own.marks} />;
      })}
    </p>
  );
}
