/**
 * Words beside points without covering each other: each label takes the first free place around its point, in the
 * order of importance in which they are given, and lies nearer to it than to any other; a label without one is left out, since a table holds every value.
 */
import type { PixelPoint, PixelSize } from "./map-window";

export type LabelRequest = PixelPoint & PixelSize & { readonly id: string };
export type PlacedLabel = PixelPoint & { readonly id: string };
type Box = PixelPoint & PixelSize;

/** Pixels between a point and its label. */
const GAP = 8;

/** Upper left corners of the labels that have room. No label covers another, a point, or the edge of the box. */
export function placeLabels(
  requests: readonly LabelRequest[],
  size: PixelSize,
  pointRadius = 5,
): PlacedLabel[] {
  const taken: Box[] = requests.map(({ left, top }) => ({
    left: left - pointRadius,
    top: top - pointRadius,
    width: 2 * pointRadius,
    height: 2 * pointRadius,
  }));
  return requests.flatMap((request) => {
    const free = spotsAround(request).find(
      (spot) =>
        isInside(spot, size) &&
        !taken.some((box) => overlaps(box, spot)) &&
        requests.every((other) => other === request || isNearer(spot, request, other)),
    );
    if (!free) return [];
    taken.push(free);
    return [{ id: request.id, left: free.left, top: free.top }];
  });
}

/** Right below, left above, right above, left below, below, above. */
function spotsAround({ left, top, width, height }: LabelRequest): Box[] {
  const [right, leftOf] = [left + GAP, left - GAP - width];
  const [above, below] = [top - GAP - height, top + GAP];
  const [middleX, middleY] = [left - width / 2, top - height / 2];
  const corners: Array<readonly [number, number]> = [
    [right, top + 1],
    [leftOf, top - height - 1],
    [right, middleY],
    [leftOf, middleY],
    [middleX, below],
    [middleX, above],
    [right, above],
    [leftOf, below],
  ];
  return corners.map(([x, y]) => ({ left: x, top: y, width, height }));
}

/** Whether a label reads as one point's and not another's: by its nearest edge, and then by its middle. */
function isNearer(box: Box, own: PixelPoint, other: PixelPoint): boolean {
  const difference = away(box, own) - away(box, other);
  if (Math.abs(difference) > 0.5) return difference < 0;
  const middle = { left: box.left + box.width / 2, top: box.top + box.height / 2, width: 0, height: 0 };
  return away(middle, own) < away(middle, other);
}

/** Pixels from a point to the nearest edge of a box. */
function away(box: Box, { left, top }: PixelPoint): number {
  const across = Math.max(box.left - left, 0, left - box.left - box.width);
  const down = Math.max(box.top - top, 0, top - box.top - box.height);
  return Math.hypot(across, down);
}

function isInside(box: Box, { width, height }: PixelSize): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height;
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
