import type { ReactNode } from "react";
import { type MarkedPoint, marksOf } from "@/components/report/answer-marks";
import { AnswerPiece, marksInOrder } from "@/components/report/answer-piece";
import { answerBlocks, type BlockPiece, type Passage } from "@/lib/classroom/feedback/blocks";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { AnswerPart } from "@/lib/classroom/feedback/subject";
import type { ReportFinding } from "@/lib/grading/report/schema";

type AnnotatedAnswerProps = {
  part: AnswerPart;
  text: string;
  points: readonly MarkedPoint[];
  findings?: readonly ReportFinding[] | undefined;
  /** The point that is looked at just now: its words stand out among the others. */
  currentId?: string | null | undefined;
  comments: readonly FeedbackComment[];
  numbers: ReadonlyMap<string, number>;
  /** False where words are selected: dragging over a link drags the link. Default true. */
  isLinked?: boolean;
  renderComment: (comment: FeedbackComment) => ReactNode;
};

/**
 * One part of an answer as it was written, with receipts and commented passages marked. A comment stands beside the
 * paragraph in which its passage ends where there is room, and under it where there is not.
 */
export function AnnotatedAnswer(props: AnnotatedAnswerProps) {
  const { part, text, points, findings = [], currentId, isLinked = true } = props;
  const { comments, numbers, renderComment } = props;
  const { marks, receipts } = marksOf(points, findings);
  const passages = comments.flatMap(({ id, anchor }): Passage[] =>
    anchor?.kind === "text" ? [{ id, anchor }] : [],
  );
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const endOf = new Map(passages.map(({ id, anchor }) => [id, anchor.end]));
  const marksOfPiece = marksInOrder(marks);
  const pieceOf = (piece: BlockPiece) => {
    const ended = piece.commentIds
      .filter((id) => endOf.get(id) === piece.start + piece.text.length)
      .flatMap((id) => numbers.get(id) ?? []);
    return (
      <AnswerPiece
        key={piece.start}
        {...{ piece, currentId, isLinked, ...marksOfPiece(piece.pointIds) }}
        ended={ended.toSorted((a, b) => a - b)}
      />
    );
  };
  return (
    <div data-answer={part} className="@container">
      {answerBlocks(text, part, receipts, passages).map((block) => (
        <div key={block.start} className="grid gap-x-6 @2xl:grid-cols-[minmax(0,1fr)_16rem]">
          <p className="font-serif text-[1.0625rem] leading-relaxed wrap-anywhere whitespace-pre-wrap">
            {block.pieces.map(pieceOf)}
          </p>
          {block.commentIds.length > 0 && (
            <ul className="mb-3 grid content-start gap-2 @2xl:mb-1">
              {block.commentIds.flatMap((id) => {
                const comment = byId.get(id);
                return comment ? [<li key={id}>{renderComment(comment)}</li>] : [];
              })}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
