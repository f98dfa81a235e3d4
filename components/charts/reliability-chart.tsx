import { useId } from "react";
import { PlotAxes } from "@/components/charts/plot-axes";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";
import {
  layoutReliability,
  type ReliabilityMark,
  type ReliabilitySeries,
} from "@/lib/charts/reliability-layout";

export type ReliabilityLine = ReliabilitySeries & {
  label: string;
  color: SeriesColor;
  /** A ring and a dashed line: what it was before. */
  isBefore?: boolean;
};

type ReliabilityChartProps = {
  title: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string;
  lines: readonly ReliabilityLine[];
  kind: "linear" | "log";
  format: (rate: number) => string;
  /** Widest side of the square, in pixels. */
  size?: number;
  /** What the axes show. Default: click rates. */
  axes?: { observed: string; predicted: string };
};

const CLICK_RATES = { observed: "clicked, of those shown", predicted: "predicted click rate, mean of a bin" };

/** Predicted against observed on a square plot; what lies on the diagonal is calibrated. Whiskers: the rows of a bin. */
export function ReliabilityChart({
  title,
  description,
  lines,
  kind,
  format,
  size = 360,
  axes = CLICK_RATES,
}: ReliabilityChartProps) {
  const id = useId();
  const layout = layoutReliability(lines, kind);
  const scale = kind === "log" ? " (log scale)" : "";
  return (
    <div
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="text-xs text-ink-2 tabular-nums"
      style={{ maxWidth: size + 64 }}
    >
      <p id={`${id}-title`} className="sr-only">
        {title}
      </p>
      <p id={`${id}-description`} className="sr-only">
        {description}
      </p>
      <Legend lines={lines} />
      <p className="pb-1.5">
        {axes.observed}
        {scale}
      </p>
      <div className="relative mr-4 ml-11 aspect-square">
        <PlotAxes layout={layout} x={{ format }} y={{ format }} />
        <svg
          aria-hidden
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full"
        >
          <path
            d={layout.diagonal}
            className="fill-none stroke-line-strong"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
          {lines.map(({ id: key, color, isBefore }, index) => (
            <path
              key={key}
              d={layout.series[index]?.line}
              fill="none"
              stroke={seriesVariable(color)}
              strokeWidth={2}
              strokeDasharray={isBefore ? "5 4" : undefined}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <span className="absolute bottom-1.5 right-2">predicts too much</span>
        <span className="absolute top-1.5 left-2">predicts too little</span>
        {lines.map((line, index) =>
          layout.series[index]?.marks.map((mark) => (
            <Mark key={`${line.id}-${mark.left}-${mark.top}`} mark={mark} line={line} />
          )),
        )}
      </div>
      <p className="pt-6 text-center">
        {axes.predicted}
        {scale}
      </p>
    </div>
  );
}

function Mark({ mark, line }: { mark: ReliabilityMark; line: ReliabilityLine }) {
  const color = seriesVariable(line.color);
  return (
    <>
      <span
        className="absolute w-px -translate-x-1/2"
        style={{
          left: `${mark.left}%`,
          top: `${mark.whisker.top}%`,
          height: `${mark.whisker.height}%`,
          background: color,
        }}
      />
      <span
        className={`absolute size-2.5 -translate-1/2 rounded-full border-2 border-current ${line.isBefore ? "bg-raised" : "bg-current"}`}
        style={{ left: `${mark.left}%`, top: `${mark.top}%`, color }}
      />
    </>
  );
}

function Legend({ lines }: { lines: readonly ReliabilityLine[] }) {
  return (
    <ul className="m-0 mb-2 flex list-none flex-wrap gap-x-4 gap-y-1 p-0">
      {lines.map(({ id, label, color, isBefore }) => (
        <li
          key={id}
          className="m-0 flex items-center gap-1.5 p-0 font-medium"
          style={{ color: seriesVariable(color) }}
        >
          <span className={`size-2.5 rounded-full border-2 border-current ${isBefore ? "" : "bg-current"}`} />
          {label}
        </li>
      ))}
      <li className="m-0 flex items-center gap-1.5 p-0">
        <span className="w-5 border-t border-dashed border-line-strong" />
        calibrated
      </li>
    </ul>
  );
}
