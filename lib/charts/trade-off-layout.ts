/**
 * What an approximate search costs and finds: milliseconds to the right (a log axis), recall upwards, each measured
 * setting a point with a whisker from its median to its nearly worst time. Positions are percent of the plot.
 */
import { type LineLayout, layoutLines } from "./line-layout";
import { roundDomain, roundTicks } from "./round-steps";

export type TradeOffPoint = {
  readonly id: string;
  /** Milliseconds: the median, and what 19 of 20 searches stay under. */
  readonly p50: number;
  readonly p95: number;
  /** 0 to 1. */
  readonly recall: number;
};
export type TradeOffMark = {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  /** From the median to the 95th percentile. */
  readonly whisker: { readonly left: number; readonly width: number };
};
export type TradeOffLayout = Pick<LineLayout, "xTicks" | "yTicks" | "place"> & {
  readonly marks: readonly TradeOffMark[];
  /** Through the points that are not `apart`, in the order given. */
  readonly line: string;
};

/** Below what a browser's clock can tell, times are drawn at this many milliseconds. */
const SHORTEST = 0.01;
const MOST_TICKS = 8;

/** `apart` is a point with a mark but outside the line: the exact scan. */
export function layoutTradeOff(
  points: readonly TradeOffPoint[],
  apart: TradeOffPoint | null,
): TradeOffLayout {
  const all = apart ? [...points, apart] : points;
  const times = all.flatMap(({ p50, p95 }) => [drawnTime(p50), drawnTime(p95)]);
  const domain = roundDomain(times);
  const tickValues = roundTicks(domain, MOST_TICKS);
  const lowest = Math.min(1, ...all.map((point) => point.recall));
  const layout = layoutLines(
    [{ id: "line", points: points.map((point) => [drawnTime(point.p50), point.recall] as const) }],
    { kind: "log", domain, tickValues },
    { kind: "linear", domain: [Math.floor(lowest * 10 - 1e-9) / 10, 1], tickCount: 5 },
  );
  const marks = all.map(({ id, p50, p95, recall }) => {
    const { left, top } = layout.place(drawnTime(p50), recall);
    const end = layout.place(drawnTime(Math.max(p50, p95)), recall).left;
    return { id, left, top, whisker: { left, width: Math.round((end - left) * 100) / 100 } };
  });
  const { xTicks, yTicks, place } = layout;
  return { xTicks, yTicks, place, marks, line: layout.paths[0]?.line ?? "" };
}

const drawnTime = (milliseconds: number) => Math.max(SHORTEST, milliseconds);
