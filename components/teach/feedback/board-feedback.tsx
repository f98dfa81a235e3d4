import type { ReactNode } from "react";
import { BoardPicture } from "@/components/replay/board-picture";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { Board } from "@/lib/interview/board";
import { boardNames } from "@/lib/interview/board-outline";

type BoardFeedbackProps = {
  board: Board;
  comments: readonly FeedbackComment[];
  numbers: ReadonlyMap<string, number>;
  renderComment: (comment: FeedbackComment) => ReactNode;
  /** What can be done about a component of the outline; none for readers. */
  renderTool?: (nodeId: string, name: string) => ReactNode;
};

/** The board with the numbers of its remarks, and its outline with the remarks themselves. */
export function BoardFeedback({ board, comments, numbers, renderComment, renderTool }: BoardFeedbackProps) {
  const names = boardNames(board);
  const onNode = (nodeId: string) =>
    comments.filter(({ anchor }) => anchor?.kind === "node" && anchor.nodeId === nodeId);
  const marks = new Map(
    board.nodes.map(({ id }) => [
      id,
      onNode(id).map((comment) => ({ commentId: comment.id, number: numbers.get(comment.id) ?? 0 })),
    ]),
  );
  const listed = renderTool ? board.nodes : board.nodes.filter(({ id }) => onNode(id).length > 0);
  return (
    <div className="@container">
      <div className="grid gap-3 @2xl:grid-cols-[minmax(0,1fr)_16rem]">
        <BoardPicture board={board} frame={board} marks={marks} />
        <ul aria-label="Components of the board" className="grid content-start gap-1">
          {listed.map(({ id, kind }) => (
            <li key={id} className="grid gap-1.5">
              <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2 text-sm">
                <span>
                  {names.get(id)} <span className="text-ink-2">{kind}</span>
                </span>
                {renderTool?.(id, names.get(id) ?? kind)}
              </div>
              {onNode(id).map((comment) => (
                <div key={comment.id}>{renderComment(comment)}</div>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
