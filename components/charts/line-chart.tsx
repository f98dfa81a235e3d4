import { useId } from "react";
import { PlotAxes } from "@/components/charts/plot-axes";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";
import {
  type AxisSpec,
  type BandPoint,
  layoutLines,
  type Point,
  spreadLabels,
} from "@/lib/charts/line-layout";

export type ChartAxis = AxisSpec & { label: string; format: (value: number) => string };
export type LineSeries = {
  id: string;
  /** Written at the end of the line, in its colour. */
  label: string;
  points: readonly Point[];
  color: SeriesColor;
  dash?: boolean;
  /** Tints what lies between low and high at each x, such as an interval. */
  band?: readonly BandPoint[];
  /** Tints the area under the line. */
  fill?: boolean;
};
export type LineMark = { x: number; y: number; label: string; color: SeriesColor };
/** A straight line at a value of one axis, such as a limit. */
export type LineReference = { axis: "x" | "y"; value: number; label: string };

type LineChartProps = {
  title: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string;
  series: readonly LineSeries[];
  x: ChartAxis;
  y: ChartAxis;
  marks?: readonly LineMark[];
  references?: readonly LineReference[];
  /** Height of the plot in pixels. Default 220. */
  height?: number;
  /** Leaves out the labels at the ends, for charts that mark their lines otherwise. */
  hideEndLabels?: boolean;
};

const LABEL_HEIGHT_PX = 15;

/** Lines on two axes. The drawing stretches with its box; text and points keep their size. */
export function LineChart(props: LineChartProps) {
  const {
    title,
    description,
    series,
    x,
    y,
    marks = [],
    references = [],
    height = 220,
    hideEndLabels,
  } = props;
  const id = useId();
  const layout = layoutLines(series, x, y);
  const labels = hideEndLabels ? [] : series.filter((one) => one.points.length > 0);
  const tops = spreadLabels(
    labels.map((one) => layout.paths.find((path) => path.id === one.id)?.end.top ?? 0),
    (LABEL_HEIGHT_PX / height) * 100,
    0,
    100,
  );
  return (
    <div className="text-xs text-ink-2 tabular-nums">
      {labels.length > 0 && <LineLegend series={labels} />}
      <div aria-hidden className="pb-1.5">
        {y.label}
      </div>
      <div className="flex">
        <div className="relative ml-11 flex-1" style={{ height }}>
          <PlotAxes layout={layout} x={x} y={y} />
          <svg
            role="img"
            aria-labelledby={`${id}-title ${id}-description`}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-description`}>{description}</desc>
            {series.map((one) => (
              <SeriesPath key={one.id} series={one} path={layout.paths.find((path) => path.id === one.id)} />
            ))}
          </svg>
          {references.map((reference) => (
            <Reference key={reference.label} reference={reference} place={layout.place} />
          ))}
          {marks.map((mark) => (
            <Mark key={mark.label} mark={mark} place={layout.place} />
          ))}
        </div>
        {labels.length > 0 && (
          <div aria-hidden className="relative hidden w-32 shrink-0 sm:block">
            {labels.map((one, index) => (
              <span
                key={one.id}
                className="absolute left-2 -translate-y-1/2 leading-[15px] font-medium"
                style={{ top: `${tops[index] ?? 0}%`, color: seriesVariable(one.color) }}
              >
                {one.label}
              </span>
            ))}
          </div>
        )}
      </div>
      <div aria-hidden className="pt-6 text-center">
        {x.label}
      </div>
    </div>
  );
}

/** Stands above the plot on narrow screens, where there is no room at the ends of the lines. */
function LineLegend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul aria-hidden className="m-0 mb-2 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 sm:hidden">
      {series.map((one) => (
        <li
          key={one.id}
          className="m-0 flex items-center gap-1.5 p-0 font-medium"
          style={{ color: seriesVariable(one.color) }}
        >
          <span className={`w-5 border-t-2 border-current ${one.dash ? "border-dashed" : ""}`} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function SeriesPath({
  series,
  path,
}: {
  series: LineSeries;
  path: { line: string; area: string; band: string } | undefined;
}) {
  if (!path) return null;
  return (
    <g style={{ color: seriesVariable(series.color) }}>
      {path.band && <path d={path.band} fill="currentColor" opacity={0.16} />}
      {series.fill && <path d={path.area} fill="currentColor" opacity={0.12} />}
      <path
        d={path.line}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeDasharray={series.dash ? "5 4" : undefined}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}

type Place = (x: number, y: number) => { left: number; top: number };

function Reference({ reference, place }: { reference: LineReference; place: Place }) {
  const isVertical = reference.axis === "x";
  const { left, top } = isVertical ? place(reference.value, 0) : place(0, reference.value);
  return (
    <div
      aria-hidden
      className={
        isVertical
          ? "absolute inset-y-0 border-l border-dashed border-line-strong"
          : "absolute inset-x-0 border-t border-dashed border-line-strong"
      }
      style={isVertical ? { left: `${left}%` } : { top: `${top}%` }}
    >
      <span
        className={
          isVertical
            ? `absolute top-0 px-1 whitespace-nowrap ${left > 60 ? "right-0" : "left-0"}`
            : `absolute right-0 px-1 whitespace-nowrap ${top < 12 ? "top-0" : "bottom-0"}`
        }
      >
        {reference.label}
      </span>
    </div>
  );
}

function Mark({ mark, place }: { mark: LineMark; place: Place }) {
  const { left, top } = place(mark.x, mark.y);
  return (
    <div
      aria-hidden
      className="absolute"
      style={{ left: `${left}%`, top: `${top}%`, color: seriesVariable(mark.color) }}
    >
      <span className="absolute -top-[5px] -left-[5px] size-2.5 rounded-full border-2 border-raised bg-current" />
      <span
        className={`absolute rounded bg-raised/85 px-1 font-medium whitespace-nowrap ${left > 55 ? "right-2" : "left-2"} ${top < 20 ? "top-1.5" : "bottom-1.5"}`}
      >
        {mark.label}
      </span>
    </div>
  );
}
