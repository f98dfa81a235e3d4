/**
 * Points on a plane in which distances mean something: one unit is as long upwards as sideways, at every size and zoom.
 * A window is the part of the plane that is shown; pixels start at its upper left corner.
 */
import { extent, scaleLinear } from "d3";

export type PlanePoint = { readonly x: number; readonly y: number };
export type PixelPoint = { readonly left: number; readonly top: number };
export type PixelSize = { readonly width: number; readonly height: number };
/** Centre and unit length: what is needed to keep the shape when the box changes. */
export type MapWindow = {
  readonly centre: PlanePoint;
  /** Pixels per unit, in both directions. */
  readonly scale: number;
};

/** Share of the box that stays free around the outermost points. */
const MARGIN = 0.07;
/** A single point still gets a window of this many units. */
const SMALLEST_SPAN = 1e-3;

/** The closest window that shows all points. Without points: around the origin. */
export function fitWindow(points: readonly PlanePoint[], size: PixelSize): MapWindow {
  const [left = 0, right = 0] = extent(points, (point) => point.x);
  const [low = 0, high = 0] = extent(points, (point) => point.y);
  const free = 1 - 2 * MARGIN;
  const scale = Math.min(
    (size.width * free) / Math.max(right - left, SMALLEST_SPAN),
    (size.height * free) / Math.max(high - low, SMALLEST_SPAN),
  );
  return { centre: { x: (left + right) / 2, y: (low + high) / 2 }, scale };
}

/** Comes closer by `factor` (below 1: goes back), with `centre` in the middle. */
export function zoomWindow(window: MapWindow, factor: number, centre: PlanePoint): MapWindow {
  return { centre, scale: window.scale * factor };
}

export type Placement = {
  place(point: PlanePoint): PixelPoint;
  /** Whether a point lies in the box, give or take `slack` pixels. */
  shows(point: PlanePoint, slack?: number): boolean;
};

export function placeInWindow({ centre, scale }: MapWindow, { width, height }: PixelSize): Placement {
  const [halfWidth, halfHeight] = [width / 2 / scale, height / 2 / scale];
  const x = scaleLinear([centre.x - halfWidth, centre.x + halfWidth], [0, width]);
  const y = scaleLinear([centre.y - halfHeight, centre.y + halfHeight], [height, 0]);
  const place = (point: PlanePoint) => ({ left: round(x(point.x)), top: round(y(point.y)) });
  return {
    place,
    shows(point, slack = 0) {
      const { left, top } = place(point);
      return left >= -slack && left <= width + slack && top >= -slack && top <= height + slack;
    },
  };
}

/** One path that draws every point as a dot, given a stroke with round ends: thousands of dots, one element. */
export function dotPath(points: readonly PixelPoint[]): string {
  return points.map(({ left, top }) => `M${left} ${top}h0`).join("");
}

/** One path of upright squares on their corner, `radius` pixels from centre to corner. */
export function diamondPath(points: readonly PixelPoint[], radius: number): string {
  return points
    .map(
      ({ left, top }) =>
        `M${round(left - radius)} ${top}l${radius} ${-radius}l${radius} ${radius}l${-radius} ${radius}z`,
    )
    .join("");
}

/** One path of rings of `radius` pixels. */
export function ringPath(points: readonly PixelPoint[], radius: number): string {
  const half = (side: number) => `a${radius} ${radius} 0 0 0 ${2 * radius * side} 0`;
  return points.map(({ left, top }) => `M${round(left - radius)} ${top}${half(1)}${half(-1)}z`).join("");
}

/** The point nearest to a place of the box, at most `reach` pixels away; null when there is none. */
export function nearestPoint<Point extends PixelPoint>(
  points: readonly Point[],
  { left, top }: PixelPoint,
  reach: number,
): Point | null {
  let nearest: Point | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(point.left - left, point.top - top);
    if (distance <= least) {
      least = distance;
      nearest = point;
    }
  }
  return nearest;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
