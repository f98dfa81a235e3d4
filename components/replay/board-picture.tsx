import { useId } from "react";
import type { Board, BoardNode } from "@/lib/interview/board";
import { boardToOutline } from "@/lib/interview/board-outline";

type Props = {
  board: Board;
  /** The board whose extent the picture keeps, so that nothing jumps while it grows. */
  frame: Board;
  /** Comments on a component, by its id: their numbers stand at its corner. */
  marks?: ReadonlyMap<string, readonly { commentId: string; number: number }[]>;
};

const WIDTH = 150;
const HEIGHT = 46;
const MARGIN = 24;
const LINE_CHARACTERS = 20;

function extentOf({ nodes }: Board) {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return {
    left,
    top,
    width: Math.max(...xs) + WIDTH + MARGIN - left,
    height: Math.max(...ys) + HEIGHT + MARGIN - top,
  };
}

const shorten = (label: string) =>
  label.length > LINE_CHARACTERS ? `${label.slice(0, LINE_CHARACTERS - 1)}…` : label;

/** From the middle of one box to the edge of the other, where the arrow head stands. */
function arrow(from: BoardNode, to: BoardNode) {
  const [x1, y1] = [from.x + WIDTH / 2, from.y + HEIGHT / 2];
  const [x2, y2] = [to.x + WIDTH / 2, to.y + HEIGHT / 2];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : WIDTH / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : HEIGHT / 2 / Math.abs(dy),
    1,
  );
  return { x1: x1 + dx * reach, y1: y1 + dy * reach, x2: x2 - dx * reach, y2: y2 - dy * reach };
}

/** A board that is only looked at. Its outline says the same in words. */
export function BoardPicture({ board, frame, marks }: Props) {
  const id = useId();
  if (frame.nodes.length === 0) return <p className="text-sm text-ink-2">Nothing was drawn.</p>;
  const { left, top, width, height } = extentOf(frame);
  const byId = new Map(board.nodes.map((node) => [node.id, node]));
  return (
    <svg
      role="img"
      aria-label={
        board.nodes.length > 0 ? `The board: ${boardToOutline(board)}` : "The board is still empty."
      }
      viewBox={`${left} ${top} ${width} ${height}`}
      className="max-h-96 w-full rounded-lg border border-line bg-sunken"
    >
      <defs>
        <marker
          id={`${id}-head`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8Z" className="fill-ink-2" />
        </marker>
      </defs>
      {board.edges.map((edge) => {
        const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
        if (!from || !to) return null;
        const line = arrow(from, to);
        return (
          <g key={edge.id}>
            <line {...line} className="stroke-ink-2" strokeWidth="1.5" markerEnd={`url(#${id}-head)`} />
            {edge.label && (
              <text
                x={(line.x1 + line.x2) / 2}
                y={(line.y1 + line.y2) / 2 - 5}
                textAnchor="middle"
                fontSize="12"
                className="fill-ink-2"
              >
                {shorten(edge.label)}
              </text>
            )}
          </g>
        );
      })}
      {board.nodes.map((node) => (
        <g
          key={node.id}
          data-node={node.id}
          data-comments={
            marks
              ?.get(node.id)
              ?.map(({ commentId }) => commentId)
              .join(" ") || undefined
          }
          className="group/node"
        >
          <rect
            x={node.x}
            y={node.y}
            width={WIDTH}
            height={HEIGHT}
            rx="8"
            className="fill-raised stroke-line-strong group-data-active/node:stroke-accent group-data-active/node:stroke-2"
          />
          <text
            x={node.x + WIDTH / 2}
            y={node.y + HEIGHT / 2 + 5}
            textAnchor="middle"
            fontSize="14"
            className="fill-ink"
          >
            {shorten(node.label || node.kind)}
          </text>
          {marks?.get(node.id)?.map(({ commentId, number }, i) => (
            <g key={commentId}>
              <circle
                cx={node.x + WIDTH - 10 - i * 20}
                cy={node.y}
                r="10"
                className="fill-mark stroke-line-strong"
              />
              <text
                x={node.x + WIDTH - 10 - i * 20}
                y={node.y + 4}
                textAnchor="middle"
                fontSize="12"
                fontWeight="600"
                className="fill-ink"
              >
                {number}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
