import { useId } from "react";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";

export type DotSeries = {
  id: string;
  label: string;
  color: SeriesColor;
  /** Default a disc; a tick is an upright stroke, for the truth that the others are compared with. */
  shape?: "disc" | "ring" | "tick";
};
export type DotRow = {
  id: string;
  label: string;
  /** Values by series id. */
  values: Readonly<Record<string, number>>;
  /** A band around one of them, such as two standard errors. */
  interval?: readonly [number, number];
};

type DotChartProps = {
  title: string;
  description: string;
  series: readonly DotSeries[];
  rows: readonly DotRow[];
  /** Left end of the axis. Default 0. */
  minimum?: number;
  maximum: number;
  tickValues: readonly number[];
  format: (value: number) => string;
  axisLabel: string;
  /** A value drawn through all rows, such as the target. */
  reference?: number;
};

/** One row an item, one dot a series on a common axis; the shape tells series apart as well as the colour. */
export function DotChart({
  title,
  description,
  series,
  rows,
  minimum = 0,
  maximum,
  tickValues,
  format,
  axisLabel,
  reference,
}: DotChartProps) {
  const id = useId();
  const share = (value: number) => (value - minimum) / (maximum - minimum);
  const percent = (value: number) => `${Math.min(100, Math.max(0, share(value) * 100)).toFixed(2)}%`;
  return (
    <div
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="text-xs text-ink-2 tabular-nums"
    >
      <p id={`${id}-title`} className="sr-only">
        {title}
      </p>
      <p id={`${id}-description`} className="sr-only">
        {description}
      </p>
      <DotLegend series={series} />
      <div className="mt-3 grid grid-cols-[auto_1fr] gap-x-3">
        {rows.map((row) => (
          <div key={row.id} className="contents">
            <span className="py-0.5 text-ink">{row.label}</span>
            <div className="relative mx-2 border-b border-line">
              {reference !== undefined && (
                <div
                  className="absolute inset-y-0 border-l border-dashed border-line-strong"
                  style={{ left: percent(reference) }}
                />
              )}
              {row.interval && (
                <div
                  className="absolute top-1/2 h-1.5 -translate-y-1/2 bg-line-strong/40"
                  style={{
                    left: percent(row.interval[0]),
                    right: `calc(100% - ${percent(row.interval[1])})`,
                  }}
                />
              )}
              {series.map((one) => (
                <Dot key={one.id} series={one} left={percent(row.values[one.id] ?? 0)} />
              ))}
            </div>
          </div>
        ))}
        <span />
        <div className="relative mx-2 h-5">
          {tickValues.map((tick) => (
            <span
              key={tick}
              className="absolute top-1 -translate-x-1/2 whitespace-nowrap"
              style={{ left: percent(tick) }}
            >
              {format(tick)}
            </span>
          ))}
        </div>
      </div>
      <p className="text-center">{axisLabel}</p>
    </div>
  );
}

const SHAPES = {
  disc: "size-2.5 rounded-full bg-current",
  ring: "size-2.5 rounded-full border-2 border-current bg-raised",
  tick: "h-4 w-0.5 bg-current",
};

function Dot({ series, left }: { series: DotSeries; left: string }) {
  return (
    <span
      className={`absolute top-1/2 -translate-x-1/2 -translate-y-1/2 ${SHAPES[series.shape ?? "disc"]}`}
      style={{ left, color: seriesVariable(series.color) }}
    />
  );
}

function DotLegend({ series }: { series: readonly DotSeries[] }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0">
      {series.map((one) => (
        <li key={one.id} className="m-0 flex items-center gap-1.5 p-0">
          <span className="relative inline-block size-4">
            <Dot series={one} left="50%" />
          </span>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
