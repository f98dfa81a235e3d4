/**
 * An answer cut into its paragraphs, each with the remarks that end in it, so that a remark can stand beside its passage
 * on a wide screen and under it on a narrow one.
 */
import type { TextAnchor } from "@/lib/classroom/anchor";
import { highlight } from "@/lib/grading/report/highlight";
import type { ReportReceipt } from "@/lib/grading/report/schema";

export type Passage = { id: string; anchor: TextAnchor };
export type BlockPiece = {
  start: number;
  text: string;
  /** Points whose receipt these words are. */
  pointIds: string[];
  /** Remarks whose passage these words belong to. */
  commentIds: string[];
};
export type AnswerBlock = {
  start: number;
  pieces: BlockPiece[];
  /** Remarks that stand here, in the order of their passages. */
  commentIds: string[];
};

/** A paragraph and the line ends behind it. */
const PARAGRAPH = /[^\n]*\n+|[^\n]+/g;
const COMMENT = "comment ";

/** Blocks in order; their pieces joined are the text again. Passages of other parts are ignored. */
export function answerBlocks(
  text: string,
  part: string,
  receipts: readonly { pointId: string; receipt: ReportReceipt }[],
  passages: readonly Passage[],
): AnswerBlock[] {
  const own = passages
    .filter(({ anchor }) => anchor.part === part && anchor.end <= text.length)
    .toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end);
  const marks = [
    ...receipts,
    // A space is in no point's id, so the two kinds cannot be taken for each other.
    ...own.map(({ id, anchor }) => ({ pointId: `${COMMENT}${id}`, receipt: anchor })),
  ];
  const pieces = highlight(text, part, marks);
  return [...text.matchAll(PARAGRAPH)].map(({ 0: paragraph, index: start }) => {
    const end = start + paragraph.length;
    return {
      start,
      pieces: pieces.flatMap((piece) => within(piece, start, end)),
      commentIds: own.filter(({ anchor }) => anchor.end > start && anchor.end <= end).map(({ id }) => id),
    };
  });
}

function within(piece: ReturnType<typeof highlight>[number], start: number, end: number): BlockPiece[] {
  const from = Math.max(start, piece.start);
  const text = piece.text.slice(from - piece.start, end - piece.start);
  if (from >= end || text === "") return [];
  const isComment = (id: string) => id.startsWith(COMMENT);
  return [
    {
      start: from,
      text,
      pointIds: piece.pointIds.filter((id) => !isComment(id)),
      commentIds: piece.pointIds.filter(isComment).map((id) => id.slice(COMMENT.length)),
    },
  ];
}
