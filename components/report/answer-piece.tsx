import { cx } from "@/components/ui/cx";
import type { Piece } from "@/lib/grading/report/highlight";
import { lookOf, type Mark } from "./answer-marks";

/** Words between two edges of an answer, with the remarks whose passage they belong to, where there are any. */
type AnyPiece = Piece & { commentIds?: readonly string[] };

type AnswerPieceProps = {
  piece: AnyPiece;
  /** What its words earned and which findings quote them. */
  marks: readonly Mark[];
  /** Those of them that begin here: where links to them lead. */
  begun: readonly Mark[];
  /** Numbers of the comments whose passages end here. */
  ended?: readonly number[];
  /** The point that is looked at just now. */
  currentId?: string | null | undefined;
  isLinked: boolean;
};

const COMMENTED = "rounded-sm bg-mark text-ink box-decoration-clone";
const NUMBERED =
  "data-active:ring-2 data-active:ring-accent after:align-super after:text-[0.65em] after:font-sans after:font-semibold after:content-[attr(data-numbers)]";

/** Says of each piece in turn, in the order of the text, what its words lead to and what begins with it. */
export function marksInOrder(
  marks: ReadonlyMap<string, Mark>,
): (pointIds: readonly string[]) => Pick<AnswerPieceProps, "marks" | "begun"> {
  const seen = new Set<string>();
  return (pointIds) => {
    const own = pointIds.flatMap((id) => marks.get(id) ?? []);
    const begun = own.filter(({ anchor }) => !seen.has(anchor));
    for (const { anchor } of begun) seen.add(anchor);
    return { marks: own, begun };
  };
}

/** Words of an answer, marked when they earned a point, when a finding quotes them, or when a remark is about them. */
export function AnswerPiece({ piece, marks, begun, ended = [], currentId, isLinked }: AnswerPieceProps) {
  const { start, text, pointIds, commentIds = [] } = piece;
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
