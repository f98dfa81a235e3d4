/**
 * Numbered marks on a map cover each other where their points lie close. This moves them apart, as little as it takes,
 * and keeps them in the box; the view draws a line from each mark to its point. The same points give the same places.
 */
import type { PixelPoint, PixelSize } from "./map-window";

const ROUNDS = 200;
/** Marks on exactly the same point leave it in different directions: multiples of the golden angle. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Places with at least `distance` pixels between any two, in the order given, as far as the box has room for them. */
export function spreadMarks(anchors: readonly PixelPoint[], distance: number, size: PixelSize): PixelPoint[] {
  const marks = anchors.map(({ left, top }) => ({ left, top }));
  for (let round = 0; round < ROUNDS; round++) {
    const hasMoved = separatePairs(marks, distance);
    for (const mark of marks) keepInside(mark, distance / 2, size);
    if (!hasMoved) break;
  }
  return marks.map(({ left, top }) => ({ left: roundPixels(left), top: roundPixels(top) }));
}

type Mark = { left: number; top: number };

/** Each pair that is too close moves apart by what is missing, half each. */
function separatePairs(marks: Mark[], distance: number): boolean {
  let hasMoved = false;
  for (const [index, first] of marks.entries()) {
    for (const second of marks.slice(index + 1)) {
      const gap = Math.hypot(second.left - first.left, second.top - first.top);
      if (gap >= distance - 1e-6) continue;
      const angle =
        gap > 1e-6
          ? Math.atan2(second.top - first.top, second.left - first.left)
          : (index + 1) * GOLDEN_ANGLE;
      const across = (Math.cos(angle) * (distance - gap)) / 2;
      const down = (Math.sin(angle) * (distance - gap)) / 2;
      first.left -= across;
      first.top -= down;
      second.left += across;
      second.top += down;
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
