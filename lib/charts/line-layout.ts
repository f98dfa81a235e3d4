/**
 * Lines over two numeric axes. All positions are percent of the plot (0..100, y downwards), so that one layout fits
 * every width: the view stretches the paths and keeps text and points at their own size.
 */
import { area, line, scaleLinear, scaleLog } from "d3";

export type Point = readonly [x: number, y: number];
export type AxisSpec = {
  kind: "linear" | "log";
  /** Default: the extent of the data, widened to round numbers. */
  domain?: readonly [number, number];
  /** Values that must lie on the axis beside the data, such as a reference. */
  covers?: readonly number[];
  /** Exact tick values instead of chosen ones. */
  tickValues?: readonly number[];
  /** About how many ticks. Default 5. */
  tickCount?: number;
};
/** What is uncertain about a line: low and high at x. */
export type BandPoint = readonly [x: number, low: number, high: number];
export type SeriesData = { id: string; points: readonly Point[]; band?: readonly BandPoint[] };
export type Tick = { value: number; position: number };
export type LineLayout = {
  paths: { id: string; line: string; area: string; band: string; end: { left: number; top: number } }[];
  xTicks: Tick[];
  yTicks: Tick[];
  /** Plot position of any data point, in percent, clamped to the plot. */
  place(x: number, y: number): { left: number; top: number };
};

/** Draws only what is finite and, on a log axis, positive. The area reaches down to the lower edge. */
export function layoutLines(series: readonly SeriesData[], x: AxisSpec, y: AxisSpec): LineLayout {
  const points = series.flatMap(allPoints).filter((point) => isDrawable(point, x, y));
  const xScale = scaleOf(x, points.map(([value]) => value), [0, 100]); // biome-ignore format: one axis, one line
  const yScale = scaleOf(y, points.map(([, value]) => value), [100, 0]); // biome-ignore format: one axis, one line
  const left = ([value]: Point) => round(xScale(value));
  const top = ([, value]: Point) => round(yScale(value));
  const lineOf = line<Point>(left, top);
  const areaOf = area<Point>().x(left).y0(100).y1(top);
  const bandOf = area<BandPoint>(
    ([value]) => round(xScale(value)),
    ([, low]) => clamp(round(yScale(low))),
    ([, , high]) => clamp(round(yScale(high))),
  );
  return {
    paths: series.map(({ id, points: all, band = [] }) => {
      const drawable = all.filter((point) => isDrawable(point, x, y));
      const last = drawable[drawable.length - 1];
      return {
        id,
        line: lineOf(drawable) ?? "",
        area: areaOf(drawable) ?? "",
        band: bandOf(band.filter(([value, low]) => isDrawable([value, low], x, y))) ?? "",
        end: last ? { left: clamp(left(last)), top: clamp(top(last)) } : { left: 0, top: 100 },
      };
    }),
    xTicks: ticksOf(xScale, x),
    yTicks: ticksOf(yScale, y),
    place: (xValue, yValue) => ({ left: clamp(round(xScale(xValue))), top: clamp(round(yScale(yValue))) }),
  };
}

const allPoints = ({ points, band = [] }: SeriesData): Point[] => [
  ...points,
  ...band.flatMap(([x, low, high]): Point[] => [[x, low], [x, high]]), // biome-ignore format: two ends of one interval
];

/**
 * Moves labels apart so that neighbours are at least `gap` from each other and all stay in [low, high] as far as they
 * fit; keeps their order. Positions come back in the order given.
 */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + gap;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}

type Scale = ReturnType<typeof scaleLinear<number, number>> | ReturnType<typeof scaleLog<number, number>>;

function scaleOf(axis: AxisSpec, data: readonly number[], range: [number, number]): Scale {
  const values = [...data, ...(axis.covers ?? [])];
  const low = values.length === 0 ? 1 : Math.min(...values);
  const high = values.length === 0 ? 10 : Math.max(...values);
  const scale = axis.kind === "log" ? scaleLog() : scaleLinear();
  scale.domain(axis.domain ?? (low === high ? [low, low + (Math.abs(low) || 1)] : [low, high])).range(range);
  return axis.domain ? scale : scale.nice();
}

function ticksOf(scale: Scale, axis: AxisSpec): Tick[] {
  const values =
    axis.tickValues ?? (axis.kind === "log" ? powersOfTen(scale.domain()) : scale.ticks(axis.tickCount ?? 5));
  return values
    .map((value) => ({ value, position: round(scale(value)) }))
    .filter(({ position }) => position >= 0 && position <= 100);
}

/** Powers of ten within the domain, every second or third when there are many; parsed, because 10 ** -4 is not 1e-4. */
function powersOfTen(domain: readonly number[]): number[] {
  const low = Math.ceil(Math.log10(domain[0] ?? 1) - 1e-9);
  const high = Math.floor(Math.log10(domain[1] ?? 10) + 1e-9);
  const stride = Math.max(1, Math.ceil((high - low) / 6));
  const values: number[] = [];
  for (let exponent = low; exponent <= high; exponent += stride) values.push(Number(`1e${exponent}`));
  return values;
}

function isDrawable([x, y]: Point, xAxis: AxisSpec, yAxis: AxisSpec): boolean {
  const isOn = (value: number, axis: AxisSpec) =>
    Number.isFinite(value) && (axis.kind === "linear" || value > 0);
  return isOn(x, xAxis) && isOn(y, yAxis);
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
