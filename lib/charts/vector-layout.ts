/**
 * Arrows from one origin, such as gradients, on a square plane with equal units both ways. Positions are percent of the
 * square, y downwards, so that one layout fits every size.
 */
export type ArrowData = { id: string; x: number; y: number };
export type PlacedArrow = { id: string; left: number; top: number; head: string };
export type VectorLayout = { origin: { left: number; top: number }; arrows: PlacedArrow[] };

/** Share of the square that the longest arrow reaches from the centre of what is drawn. */
const MARGIN = 12;
const HEAD_LENGTH = 3.4;
const HEAD_WIDTH = 1.5;

/** Scales all arrows alike so that they and their origin fill the square. `head` is the path of the tip. */
export function layoutVectors(arrows: readonly ArrowData[]): VectorLayout {
  const xs = [0, ...arrows.map(({ x }) => x)];
  const ys = [0, ...arrows.map(({ y }) => y)];
  const [lowX, highX, lowY, highY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const span = Math.max(highX - lowX, highY - lowY) || 1;
  const scale = (100 - 2 * MARGIN) / span;
  const left = (x: number) => round(50 + (x - (lowX + highX) / 2) * scale);
  const top = (y: number) => round(50 - (y - (lowY + highY) / 2) * scale);
  const origin = { left: left(0), top: top(0) };
  return {
    origin,
    arrows: arrows.map(({ id, x, y }) => ({
      id,
      left: left(x),
      top: top(y),
      head: headOf(left(x), top(y), left(x) - origin.left, top(y) - origin.top),
    })),
  };
}

/** A triangle at the tip, pointing along the arrow; empty for an arrow too short to have a direction. */
function headOf(x: number, y: number, dx: number, dy: number): string {
  const length = Math.hypot(dx, dy);
  if (length < 0.5) return "";
  const [ux, uy] = [dx / length, dy / length];
  const size = Math.min(HEAD_LENGTH, length);
  const [bx, by] = [x - ux * size, y - uy * size];
  const corner = (side: number) =>
    `${round(bx - uy * HEAD_WIDTH * side)},${round(by + ux * HEAD_WIDTH * side)}`;
  return `M${x},${y}L${corner(1)}L${corner(-1)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
