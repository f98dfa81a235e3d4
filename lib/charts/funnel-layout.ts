/**
 * The picture of a request: items narrow from millions to ten on a log scale, left to right, and a strip below shows
 * where the milliseconds went. Data in, path strings and label positions out; components/charts draws it.
 *
 * Height is the log of a count, centred on a horizontal axis, so that 10 against 100 is as visible as 100,000 against
 * 1,000,000. Every stage gets the same width, because their order is the story and their time has its own strip.
 */
import { area, curveBumpX } from "d3";

export type FunnelStage = {
  id: string;
  label: string;
  itemsIn: number;
  itemsOut: number;
  milliseconds: number;
};

export type FunnelOptions = {
  width: number;
  /** Of the funnel alone, without strip and labels. */
  height: number;
  /** Count that gets the full height; default: the largest count given. Fix it to compare two funnels. */
  fullHeightCount?: number;
  /** Height of one item, so that the end never vanishes. Default 6. */
  minimumHeight?: number;
  /** Room on both sides for the outermost count labels. Default 0. */
  paddingX?: number;
};

/** One stage: its closed band path and where its texts stand. */
export type FunnelBand = FunnelStage & {
  path: string;
  x: number;
  width: number;
  /** Centre of the band, for the stage's name and milliseconds. */
  centerX: number;
  /** Share of the items that this stage lets through, in [0, 1]. */
  keptShare: number;
};

/** A line between two stages (and at both ends) where a count is written. */
export type FunnelBoundary = {
  x: number;
  top: number;
  bottom: number;
  count: number;
  anchor: "start" | "middle" | "end";
};

/** A piece of the time strip; widths are proportional to milliseconds and sum to the strip's width. */
export type FunnelTimeSegment = {
  id: string;
  x: number;
  width: number;
  centerX: number;
  milliseconds: number;
};

export type FunnelLayout = {
  bands: FunnelBand[];
  boundaries: FunnelBoundary[];
  timeStrip: FunnelTimeSegment[];
  totalMilliseconds: number;
  /** y of the horizontal centre line. */
  centerY: number;
};

/** Height of a count in pixels: `h_{min} + (h - h_{min}) \frac{\log c}{\log c_{max}}`; counts below 1 count as 1. */
export function funnelHeight(
  count: number,
  fullHeightCount: number,
  height: number,
  minimumHeight: number,
): number {
  const share = Math.log(Math.max(1, count)) / Math.log(Math.max(Math.E, fullHeightCount));
  return minimumHeight + (height - minimumHeight) * Math.min(1, Math.max(0, share));
}

/** Lays out stages in the order given. An empty list gives an empty layout. */
export function layoutFunnel(stages: readonly FunnelStage[], options: FunnelOptions): FunnelLayout {
  const { width, height, minimumHeight = 6, paddingX = 0 } = options;
  const fullHeightCount =
    options.fullHeightCount ?? Math.max(1, ...stages.flatMap((stage) => [stage.itemsIn, stage.itemsOut]));
  const innerWidth = Math.max(0, width - 2 * paddingX);
  const bandWidth = stages.length === 0 ? 0 : innerWidth / stages.length;
  const centerY = height / 2;
  const halfHeight = (count: number) => funnelHeight(count, fullHeightCount, height, minimumHeight) / 2;
  const bandArea = area<[x: number, half: number]>()
    .x(([x]) => round(x))
    .y0(([, half]) => round(centerY - half))
    .y1(([, half]) => round(centerY + half))
    .curve(curveBumpX);

  const bands = stages.map((stage, index) => {
    const x = paddingX + index * bandWidth;
    const corners: [number, number][] = [
      [x, halfHeight(stage.itemsIn)],
      [x + bandWidth, halfHeight(stage.itemsOut)],
    ];
    return {
      ...stage,
      path: bandArea(corners) ?? "",
      x: round(x),
      width: round(bandWidth),
      centerX: round(x + bandWidth / 2),
      keptShare: stage.itemsIn === 0 ? 0 : stage.itemsOut / stage.itemsIn,
    };
  });
  const first = stages[0];
  const counts = first ? [first.itemsIn, ...stages.map((stage) => stage.itemsOut)] : [];
  const boundaries = counts.map((count, index): FunnelBoundary => {
    const half = halfHeight(count);
    return {
      x: round(paddingX + index * bandWidth),
      top: round(centerY - half),
      bottom: round(centerY + half),
      count,
      anchor: index === 0 ? "start" : index === counts.length - 1 ? "end" : "middle",
    };
  });
  const timeStrip = layoutTimeStrip(stages, paddingX, innerWidth);
  return { bands, boundaries, timeStrip, totalMilliseconds: totalOf(stages), centerY };
}

/** Pieces of a strip from `startX`, `width` pixels long in all, as long as their share of the milliseconds. */
export function layoutTimeStrip(
  stages: readonly Pick<FunnelStage, "id" | "milliseconds">[],
  startX: number,
  width: number,
): FunnelTimeSegment[] {
  const total = totalOf(stages);
  let x = startX;
  return stages.map(({ id, milliseconds }) => {
    const segmentWidth = total === 0 ? width / stages.length : (milliseconds / total) * width;
    const segment = {
      id,
      milliseconds,
      x: round(x),
      width: round(segmentWidth),
      centerX: round(x + segmentWidth / 2),
    };
    x += segmentWidth;
    return segment;
  });
}

function totalOf(stages: readonly Pick<FunnelStage, "milliseconds">[]): number {
  return stages.reduce((sum, stage) => sum + stage.milliseconds, 0);
}

/** Two decimals of a pixel are enough, and keep server and browser markup equal. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
