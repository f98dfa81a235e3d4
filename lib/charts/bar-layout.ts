/** Horizontal bars as percent of the widest value: plain, stacked, with a range, and with reference marks. */

export type BarSegment = { id: string; value: number };
export type BarDatum = {
  id: string;
  segments: readonly BarSegment[] /** Uncertain end: low and high of the total. */;
  range?: readonly [number, number];
};
export type BarLayout = {
  rows: {
    id: string;
    total: number;
    segments: { id: string; left: number; width: number; isNegative: boolean }[];
    range: { left: number; width: number } | null;
  }[];
  /** Position of zero; above 0 only when there are negative values. */
  zero: number;
  /** Position of any value on the same scale. */
  place(value: number): number;
};

/**
 * Positive segments stack to the right of zero and negative ones to the left. `maximum` fixes the right edge, so that
 * a bar can be compared with a limit that is larger than all of them.
 */
export function layoutBars(data: readonly BarDatum[], maximum?: number): BarLayout {
  const sums = data.map(({ segments }) => ({
    positive: sum(segments.map(({ value }) => Math.max(0, value))),
    negative: sum(segments.map(({ value }) => Math.min(0, value))),
  }));
  const high = Math.max(
    maximum ?? 0,
    ...sums.map((one) => one.positive),
    ...data.map(({ range }) => range?.[1] ?? 0),
  );
  const low = Math.min(0, ...sums.map((one) => one.negative));
  const span = high - low || 1;
  const place = (value: number) => round(((value - low) / span) * 100);
  return {
    zero: place(0),
    place: (value) => Math.min(100, Math.max(0, place(value))),
    rows: data.map(({ id, segments, range }) => {
      let right = 0;
      let left = 0;
      return {
        id,
        total: sum(segments.map(({ value }) => value)),
        segments: segments.map(({ id: segmentId, value }) => {
          const from = value < 0 ? left + value : right;
          if (value < 0) left += value;
          else right += value;
          return {
            id: segmentId,
            left: place(from),
            width: round((Math.abs(value) / span) * 100),
            isNegative: value < 0,
          };
        }),
        range: range ? { left: place(range[0]), width: round(((range[1] - range[0]) / span) * 100) } : null,
      };
    }),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
