import type { LineMark, LineReference, LineSeries } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import type { Curve } from "@/components/lab/core/training/curve";
import { TrainingChart } from "@/components/lab/core/training/training-chart";
import type { AnyTrainingPoint } from "@/lib/pipeline/trace";

const colorOf = (index: number) => ((index % 5) + 1) as SeriesColor;
const stepsOf = (curves: readonly Curve[]) => Math.max(0, ...curves.map(({ steps }) => steps));

type LossChartProps = { title: string; curves: readonly Curve[]; waiting: string };

/** The loss of several models over their steps. `waiting` stands in place of an empty plot. */
export function LossChart({ title, curves, waiting }: LossChartProps) {
  const series = curves.map(({ id, label, points }, index) => ({
    id,
    label,
    points: points.map((point) => [point.step, point.loss] as const),
    color: colorOf(index),
  }));
  // A model whose turn has not come has no points yet.
  const ends = curves.flatMap(({ points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return first && last ? [`${first.loss.toFixed(3)} to ${last.loss.toFixed(3)}`] : [];
  });
  return (
    <TrainingChart
      title={title}
      description={`The loss goes from ${ends.join(", ")}.`}
      waiting={series.some((one) => one.points.length > 1) ? null : waiting}
      steps={stepsOf(curves)}
      y={{ label: "loss", format: (value) => value.toFixed(2) }}
      series={series}
    />
  );
}

type QualityChartProps<Point extends AnyTrainingPoint> = {
  /** Until something is measured. */
  title: string;
  /** From the best of the last values. */
  finding: (best: number) => string;
  label: string;
  curves: readonly Curve<Point>[];
  pick: (point: Point) => number | undefined;
  /** What something that learns nothing reaches on the same data: the dashed line to beat. */
  baseline: { label: string; value: number } | null;
  format: (value: number) => string;
  /** Where the axis starts unless a value lies below. */
  floor: number;
  waiting: string;
};

/** What was measured between epochs, against a baseline. */
export function QualityChart<Point extends AnyTrainingPoint>(props: QualityChartProps<Point>) {
  const { title, finding, label, curves, pick, baseline, format, floor, waiting } = props;
  const series: LineSeries[] = curves.map((curve, index) => ({
    id: curve.id,
    label: curve.label,
    color: colorOf(index),
    points: curve.points.flatMap((point) => {
      const value = pick(point);
      return value === undefined ? [] : [[point.step, value] as const];
    }),
  }));
  const measured = series.filter((one) => one.points.length > 0);
  const marks: LineMark[] = measured.flatMap((one) => {
    const last = one.points.at(-1);
    if (!last) return [];
    const name = measured.length > 1 ? `${one.label} ` : "";
    return [{ x: last[0], y: last[1], label: `${name}${format(last[1])}`, color: one.color }];
  });
  const references: LineReference[] =
    baseline === null
      ? []
      : [{ axis: "y", value: baseline.value, label: `${baseline.label} ${format(baseline.value)}` }];
  const values = [
    ...measured.flatMap((one) => one.points.map(([, value]) => value)),
    baseline?.value ?? floor,
  ];
  const lasts = measured.map((one) => one.points.at(-1)?.[1] ?? floor);
  const low = Math.min(floor, Math.floor(Math.min(...values) * 10) / 10);
  const top = Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10 + 0.5) / 10);
  return (
    <TrainingChart
      title={lasts.length > 0 ? finding(Math.max(...lasts)) : title}
      description={`Measured after each epoch: ${marks.map((mark) => mark.label).join(", ")}${baseline === null ? "" : `; ${baseline.label} alone reaches ${format(baseline.value)}`}.`}
      waiting={measured.length === 0 ? waiting : null}
      steps={stepsOf(curves)}
      y={{ label, format, domain: [low, top] }}
      series={series}
      marks={measured.length > 1 ? [] : marks}
      references={references}
    />
  );
}
