/**
 * Numbered marks on a map cover each other where their points lie close. This moves them apart, as little as it takes,
 * and keeps them in the box; the view draws a line from each mark to its point. The same points give the same places.
 */
import type { PixelPoint, PixelSize } from "./map-window";

const ROUNDS = 200;
/** Marks on exactly the same point leave it in different directions: multiples of the golden angle. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places with at least `distance` pixels between any two, and from each of the `fixed`, which stay where they are; in the
 * order given, as far as the box has room for them.
 */
export function spreadMarks(
  anchors: readonly PixelPoint[],
  distance: number,
  size: PixelSize,
  fixed: readonly PixelPoint[] = [],
): PixelPoint[] {
  const marks = anchors.map(({ left, top }) => ({ left, top }));
  // Into the box before anything is measured: the edge may bring together what was apart.
  for (const mark of marks) keepInside(mark, distance / 2, size);
  for (let round = 0; round < ROUNDS; round++) {
    const hasMoved = [leaveFixed(marks, fixed, distance), separatePairs(marks, distance)].includes(true);
    if (!hasMoved) break;
    for (const mark of marks) keepInside(mark, distance / 2, size);
  }
  return marks.map(({ left, top }) => ({ left: roundPixels(left), top: roundPixels(top) }));
}

type Mark = { left: number; top: number };

/** The way from one point to another, as long as what is missing to `distance`; null when nothing is. */
function missingWay(from: PixelPoint, to: PixelPoint, distance: number, index: number): PixelPoint | null {
  const [across, down] = [to.left - from.left, to.top - from.top];
  const gap = Math.hypot(across, down);
  if (gap >= distance - 1e-6) return null;
  const angle = gap > 1e-6 ? Math.atan2(down, across) : (index + 1) * GOLDEN_ANGLE;
  return { left: Math.cos(angle) * (distance - gap), top: Math.sin(angle) * (distance - gap) };
}

function leaveFixed(marks: Mark[], fixed: readonly PixelPoint[], distance: number): boolean {
  let hasMoved = false;
  for (const [index, mark] of marks.entries()) {
    for (const point of fixed) {
      const way = missingWay(point, mark, distance, index);
      if (!way) continue;
      mark.left += way.left;
      mark.top += way.top;
      hasMoved = true;
    }
  }
  return hasMoved;
}

/** Each pair that is too close moves apart by what is missing, half each. */
function separatePairs(marks: Mark[], distance: number): boolean {
  let hasMoved = false;
  for (const [index, first] of marks.entries()) {
    for (const second of marks.slice(index + 1)) {
      const way = missingWay(first, second, distance, index);
      if (!way) continue;
      first.left -= way.left / 2;
      first.top -= way.top / 2;
      second.left += way.left / 2;
      second.top += way.top / 2;
      hasMoved = true;
    }
  }
  return hasMoved;
}

function keepInside(mark: Mark, margin: number, { width, height }: PixelSize): void {
  mark.left = Math.min(Math.max(mark.left, margin), width - margin);
  mark.top = Math.min(Math.max(mark.top, margin), height - margin);
}

function roundPixels(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
