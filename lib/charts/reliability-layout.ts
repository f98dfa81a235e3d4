/**
 * Reliability diagram (DeGroot and Fienberg, 1983; Niculescu-Mizil and Caruana, 2005): mean prediction of a bin to the
 * right, observed rate upwards, one scale for both, so that a calibrated model lies on the diagonal. Click rates span
 * decades: on the logarithmic scale a constant factor is a constant distance from the diagonal. Positions are percent of
 * the plot.
 */
import { type LineLayout, layoutLines, type Point } from "./line-layout";
import { roundDomain, roundTicks } from "./round-steps";

export type ReliabilityBin = {
  /** Mean prediction, 0 to 1. */
  readonly predicted: number;
  /** Share of positive labels, 0 to 1. */
  readonly observed: number;
  /** Where the true rate lies, by the rows of this bin. */
  readonly interval: readonly [number, number];
};
export type ReliabilitySeries = { readonly id: string; readonly bins: readonly ReliabilityBin[] };
export type ReliabilityMark = {
  readonly left: number;
  readonly top: number;
  readonly whisker: { readonly top: number; readonly height: number };
};
export type ReliabilityLayout = Pick<LineLayout, "xTicks" | "yTicks"> & {
  /** Where prediction and observation agree. */
  readonly diagonal: string;
  readonly series: readonly {
    readonly id: string;
    readonly line: string;
    readonly marks: readonly ReliabilityMark[];
  }[];
};

const MOST_TICKS = 7;
/** Rates below it are drawn as none: an axis cannot be cut finer than numbers are. */
const SMALLEST = 1e-9;

/** A bin without a single positive lies on the lower edge of the logarithmic scale. */
export function layoutReliability(
  series: readonly ReliabilitySeries[],
  kind: "linear" | "log",
): ReliabilityLayout {
  const bins = series.flatMap((one) => one.bins);
  const domain = kind === "log" ? roundDomain(positiveValues(bins)) : ([0, highest(bins)] as const);
  const axis =
    kind === "log" ? { kind, domain, tickValues: roundTicks(domain, MOST_TICKS) } : { kind, domain };
  const drawn = (value: number) => Math.min(domain[1], Math.max(domain[0], value));
  const diagonal: Point[] = [
    [domain[0], domain[0]],
    [domain[1], domain[1]],
  ];
  const lines = series.map(({ id, bins: own }) => ({
    id,
    points: own.map((bin): Point => [drawn(bin.predicted), drawn(bin.observed)]),
  }));
  const layout = layoutLines([{ id: "", points: diagonal }, ...lines], axis, axis);
  const markOf = ({ predicted, observed, interval }: ReliabilityBin): ReliabilityMark => {
    const { left, top } = layout.place(drawn(predicted), drawn(observed));
    const [low, high] = interval.map((rate) => layout.place(drawn(predicted), drawn(rate)).top);
    const height = Math.round(((low ?? top) - (high ?? top)) * 100) / 100;
    return { left, top, whisker: { top: high ?? top, height: Math.max(0, height) } };
  };
  return {
    xTicks: layout.xTicks,
    yTicks: layout.yTicks,
    diagonal: layout.paths[0]?.line ?? "",
    series: series.map(({ id, bins: own }, index) => ({
      id,
      line: layout.paths[index + 1]?.line ?? "",
      marks: own.map(markOf),
    })),
  };
}

function positiveValues(bins: readonly ReliabilityBin[]): number[] {
  return bins.flatMap(({ predicted, observed, interval }) =>
    [predicted, observed, interval[1]].filter((value) => value > SMALLEST),
  );
}

/** A little more than everything drawn, at most 1. */
function highest(bins: readonly ReliabilityBin[]): number {
  const values = bins.flatMap(({ predicted, observed, interval }) => [predicted, observed, interval[1]]);
  const top = values.length === 0 ? 1 : Math.max(...values) * 1.05;
  return top > SMALLEST ? Math.min(1, top) : 1;
}
