import type { ReactNode } from "react";
import { lookOf, type Mark, type MarkedPoint, marksOf } from "@/components/report/answer-marks";
import { cx } from "@/components/ui/cx";
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

const COMMENTED = "rounded-sm bg-mark text-ink box-decoration-clone";
const NUMBERED =
  "data-active:ring-2 data-active:ring-accent after:align-super after:text-[0.65em] after:font-sans after:font-semibold after:content-[attr(data-numbers)]";

type PieceProps = {
  piece: BlockPiece;
  /** What its words earned and which findings quote them. */
  marks: readonly Mark[];
  /** Those of them that begin here: where links to them lead. */
  begun: readonly Mark[];
  /** Numbers of the comments whose passages end here. */
  ended: readonly number[];
  currentId: string | null | undefined;
  isLinked: boolean;
};

function Piece({ piece, marks, begun, ended, currentId, isLinked }: PieceProps) {
  const { start, text, pointIds, commentIds } = piece;
  const mark = marks.find(({ isEarned }) => isEarned) ?? marks[0];
  const [comment] = commentIds;
  if (!comment && !mark) return <span data-start={start}>{text}</span>;
  const isCurrent = currentId != null && pointIds.includes(currentId);
  const look = mark && (isCurrent || !comment) ? lookOf(mark, pointIds, currentId) : COMMENTED;
  return (
    <mark
      data-start={start}
      data-comments={commentIds.join(" ") || undefined}
      data-numbers={ended.length > 0 ? ended.join(",") : undefined}
      className={cx(
        look,
        comment && NUMBERED,
        comment && mark && "underline decoration-accent/50 underline-offset-4",
      )}
    >
      {begun.map(({ anchor }) => (
        <span key={anchor} id={anchor} className="scroll-mt-24" />
      ))}
      {isLinked ? (
        <a
          href={comment ? `#comment-${comment}` : mark?.href}
          title={mark?.title}
          className="text-inherit no-underline underline-offset-4 hover:underline"
        >
          {text}
        </a>
      ) : (
        <span title={mark?.title}>{text}</span>
      )}
    </mark>
  );
}

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
  const seen = new Set<string>();
  const pieceOf = (piece: BlockPiece) => {
    const own = piece.pointIds.flatMap((id) => marks.get(id) ?? []);
    const begun = own.filter(({ anchor }) => !seen.has(anchor));
    for (const { anchor } of begun) seen.add(anchor);
    const ended = piece.commentIds
      .filter((id) => endOf.get(id) === piece.start + piece.text.length)
      .flatMap((id) => numbers.get(id) ?? []);
    return (
      <Piece
        key={piece.start}
        {...{ piece, begun, currentId, isLinked }}
        marks={own}
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
