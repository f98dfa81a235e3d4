import {
  LineChart,
  type LineMark,
  type LineReference,
  type LineSeries,
} from "@/components/charts/line-chart";
import { formatCount } from "@/components/lab/format";

type TrainingChartProps = {
  title: string;
  description: string;
  /** Said in place of an empty plot; null when there is something to draw. */
  waiting: string | null;
  /** Steps of the whole run, so that a curve grows to the right instead of being squeezed. */
  steps: number;
  y: {
    label: string;
    format: (value: number) => string;
    domain?: readonly [number, number];
    /** Values that must lie on the axis beside the curves. */
    covers?: readonly number[];
  };
  series: readonly LineSeries[];
  marks?: readonly LineMark[];
  references?: readonly LineReference[];
};

/** One quantity over the steps of a training. */
export function TrainingChart(props: TrainingChartProps) {
  const { title, description, waiting, steps, y, series, marks = [], references = [] } = props;
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-2 text-sm font-medium tabular-nums">{title}</figcaption>
      {waiting === null ? (
        <LineChart
          title={title}
          description={description}
          series={series}
          x={{
            kind: "linear",
            label: "step",
            format: formatCount,
            tickCount: 3,
            domain: [0, Math.max(1, steps)],
          }}
          y={{ kind: "linear", tickCount: 4, ...y }}
          marks={marks}
          references={references}
          height={150}
          hideEndLabels={series.length === 1}
        />
      ) : (
        <p className="grid h-48 place-items-center rounded-md border border-dashed border-line px-4 text-center text-sm text-ink-2">
          {waiting}
        </p>
      )}
    </figure>
  );
}
