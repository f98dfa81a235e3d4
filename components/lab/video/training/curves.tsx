import type { LineMark, LineReference, LineSeries } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { TrainingChart } from "@/components/lab/core/training/training-chart";
import { formatShare } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { popularityOf, type Run } from "@/components/lab/video/training/runs";
import type { RankerName } from "@/lib/pipeline/video/names";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";

type CurvesProps = { tower: Run; rankers: readonly Run[]; isRunning: boolean };

/** Loss and quality of both models while they learn; popularity, which learns nothing, as the dashed line to beat. */
export function Curves({ tower, rankers, isRunning }: CurvesProps) {
  const later = isRunning ? "Starts when the two-tower is done" : "No steps yet: train the models below";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
      <Loss
        title="Two-tower: loss"
        runs={[tower]}
        waiting={isRunning ? "Starting" : "No steps yet: train the models below"}
      />
      <Quality
        title="Two-tower: recall@100 of later watches"
        finding={(last, popularity) =>
          `Two-tower: ${formatShare(last)} of later watches are among its nearest 100${popularity === null ? "" : `, popularity finds ${formatShare(popularity)}`}`
        }
        label="share of later watches among the nearest 100"
        runs={[tower]}
        pick={(point) => point.recallAt100}
        format={formatShare}
        floor={0}
        waiting="Measured at the end of each epoch"
      />
      <Loss title="Ranker: loss" runs={rankers} waiting={later} />
      <Quality
        title="Ranker: AUC of clicks on later impressions"
        finding={(best, popularity) =>
          `Ranker: a clicked video stands above one that was not in ${formatShare(best)} of pairs (AUC)${popularity === null ? "" : `, by popularity in ${formatShare(popularity)}`}`
        }
        label="clicked above not clicked (0.5 is chance)"
        runs={rankers}
        pick={(point) => point.clickAuc}
        format={(value) => value.toFixed(2)}
        floor={0.5}
        waiting={rankers.length === 0 ? later : "Measured at the end of each epoch"}
      />
    </div>
  );
}

/** Short, as they stand beside the ends of their lines. */
const LINE_LABELS: Record<RankerName, string> = {
  ...RANKER_LABELS,
  "logistic-regression": "Logistic",
  fm: "FM",
};
const nameOf = (run: Run) => (run.ranker ? LINE_LABELS[run.ranker] : "model");
const colorOf = (index: number) => ((index % 5) + 1) as SeriesColor;
const stepsOf = (runs: readonly Run[]) => Math.max(0, ...runs.map((run) => run.steps));

function Loss({ title, runs, waiting }: { title: string; runs: readonly Run[]; waiting: string }) {
  const series = runs.map((run, index) => ({
    id: run.ranker ?? String(index),
    label: nameOf(run),
    points: run.points.map((point) => [point.step, point.loss] as const),
    color: colorOf(index),
  }));
  const ends = runs.map(({ points }) => `${points[0]?.loss.toFixed(3)} to ${points.at(-1)?.loss.toFixed(3)}`);
  return (
    <TrainingChart
      title={title}
      description={`The loss goes from ${ends.join(", ")}.`}
      waiting={series.some((one) => one.points.length > 1) ? null : waiting}
      steps={stepsOf(runs)}
      y={{ label: "loss", format: (value) => value.toFixed(2) }}
      series={series}
    />
  );
}

type QualityProps = {
  /** Until something is measured. */
  title: string;
  /** From the best of the last values, and what popularity reaches. */
  finding: (best: number, popularity: number | null) => string;
  label: string;
  runs: readonly Run[];
  pick: (point: TrainingPoint) => number | undefined;
  format: (value: number) => string;
  /** Where the axis starts unless a value lies below. */
  floor: number;
  waiting: string;
};

/** What was measured between epochs, and what popularity alone reaches on the same data. */
function Quality({ title, finding, label, runs, pick, format, floor, waiting }: QualityProps) {
  const series: LineSeries[] = runs.map((run, index) => ({
    id: run.ranker ?? String(index),
    label: nameOf(run),
    color: colorOf(index),
    points: run.points.flatMap((point) => {
      const value = pick(point);
      return value === undefined ? [] : [[point.step, value] as const];
    }),
  }));
  const measured = series.filter((one) => one.points.length > 0);
  const baseline = runs.map(popularityOf).find((value) => value !== null) ?? null;
  const marks: LineMark[] = measured.flatMap((one) => {
    const last = one.points.at(-1);
    if (!last) return [];
    const name = measured.length > 1 ? `${one.label} ` : "";
    return [{ x: last[0], y: last[1], label: `${name}${format(last[1])}`, color: one.color }];
  });
  const references: LineReference[] =
    baseline === null ? [] : [{ axis: "y", value: baseline, label: `popularity ${format(baseline)}` }];
  const values = [...measured.flatMap((one) => one.points.map(([, value]) => value)), baseline ?? floor];
  const lasts = measured.map((one) => one.points.at(-1)?.[1] ?? floor);
  const low = Math.min(floor, Math.floor(Math.min(...values) * 10) / 10);
  const top = Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10 + 0.5) / 10);
  return (
    <TrainingChart
      title={lasts.length > 0 ? finding(Math.max(...lasts), baseline) : title}
      description={`Measured after each epoch: ${marks.map((mark) => mark.label).join(", ")}${baseline === null ? "" : `; popularity alone reaches ${format(baseline)}`}.`}
      waiting={measured.length === 0 ? waiting : null}
      steps={stepsOf(runs)}
      y={{ label, format, domain: [low, top] }}
      series={series}
      marks={measured.length > 1 ? [] : marks}
      references={references}
    />
  );
}
