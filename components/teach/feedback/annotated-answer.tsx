import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { answerBlocks, type BlockPiece, type Passage } from "@/lib/classroom/feedback/blocks";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { AnswerPart, SubjectPoint } from "@/lib/classroom/feedback/subject";

type AnnotatedAnswerProps = {
  part: AnswerPart;
  text: string;
  points: readonly SubjectPoint[];
  comments: readonly FeedbackComment[];
  numbers: ReadonlyMap<string, number>;
  renderComment: (comment: FeedbackComment) => ReactNode;
};

const MARKED =
  "rounded-sm text-ink box-decoration-clone transition-colors data-active:ring-2 data-active:ring-accent";
const COMMENTED =
  "bg-mark after:align-super after:text-[0.65em] after:font-sans after:font-semibold after:content-[attr(data-numbers)]";
const LINK = "text-ink no-underline hover:underline";

type PieceProps = { piece: BlockPiece; title: string | undefined; ended: readonly number[] };

/** Dragging over a link must select its words, so links here cannot be dragged away. */
function Piece({ piece, title, ended }: PieceProps) {
  const { start, text, pointIds, commentIds } = piece;
  const [comment] = commentIds;
  const [point] = pointIds;
  if (!comment && !point) return <span data-start={start}>{text}</span>;
  return (
    <mark
      data-start={start}
      data-comments={commentIds.join(" ") || undefined}
      data-numbers={ended.length > 0 ? ended.join(",") : undefined}
      className={cx(
        MARKED,
        comment ? COMMENTED : "bg-accent-soft",
        comment && point && "underline decoration-accent",
      )}
    >
      <a
        href={comment ? `#comment-${comment}` : `#point-${point}`}
        draggable={false}
        title={title}
        className={LINK}
      >
        {text}
      </a>
    </mark>
  );
}

/**
 * One part of an answer as it was written, with receipts and commented passages marked. A remark stands beside the
 * paragraph in which its passage ends; on a narrow screen, under it.
 */
export function AnnotatedAnswer(props: AnnotatedAnswerProps) {
  const { part, text, points, comments, numbers, renderComment } = props;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const titles = new Map(points.map((point) => [point.id, point.text]));
  const receipts = points.flatMap(({ id, receipt }) => (receipt ? [{ pointId: id, receipt }] : []));
  const passages = comments.flatMap(({ id, anchor }): Passage[] =>
    anchor?.kind === "text" ? [{ id, anchor }] : [],
  );
  const endOf = new Map(passages.map(({ id, anchor }) => [id, anchor.end]));
  const endedBy = ({ start, text: words, commentIds }: BlockPiece) =>
    commentIds
      .filter((id) => endOf.get(id) === start + words.length)
      .flatMap((id) => numbers.get(id) ?? [])
      .toSorted((a, b) => a - b);
  return (
    <div data-answer={part} className="grid">
      {answerBlocks(text, part, receipts, passages).map((block) => (
        <div key={block.start} className="grid gap-x-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <p className="font-serif text-[1.0625rem] leading-relaxed wrap-anywhere whitespace-pre-wrap">
            {block.pieces.map((piece) => (
              <Piece
                key={piece.start}
                piece={piece}
                title={titles.get(piece.pointIds[0] ?? "")}
                ended={endedBy(piece)}
              />
            ))}
          </p>
          {block.commentIds.length > 0 && (
            <ul className="mb-3 grid content-start gap-2 lg:mb-1">
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
