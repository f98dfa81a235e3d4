import type { LineReference } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { AD_MODEL_LABELS, AD_MODEL_SHORT } from "@/components/lab/ads/ads-words";
import type { Curve } from "@/components/lab/core/training/curve";
import { LossChart, QualityChart } from "@/components/lab/core/training/curve-charts";
import { CurveTable } from "@/components/lab/core/training/curve-table";
import { TrainingChart } from "@/components/lab/core/training/training-chart";
import { formatShare } from "@/components/lab/format";
import type { AdTrainingPoint } from "@/lib/pipeline/ads/model-card";
import { TRAINED_AD_MODEL_NAMES } from "@/lib/pipeline/ads/names";

type AdCurve = Curve<AdTrainingPoint>;

const curveOf = (points: readonly AdTrainingPoint[], id: string, label: string): AdCurve => {
  const own = points.filter(({ model }) => model === id);
  return { id, label, steps: Math.max(0, ...own.map(({ steps }) => steps)), points: own };
};

/** One curve for each model that was trained, in the order of the ladder. */
export const ladderCurves = (
  points: readonly AdTrainingPoint[],
  labels: Readonly<Record<(typeof TRAINED_AD_MODEL_NAMES)[number], string>>,
): AdCurve[] =>
  TRAINED_AD_MODEL_NAMES.map((model) => curveOf(points, model, labels[model])).filter(
    (curve) => curve.points.length > 0,
  );

type LadderCurvesProps = { points: readonly AdTrainingPoint[]; isRunning: boolean };

/** The models side by side on the same batches: loss, and normalised entropy on a day they have not seen. */
export function LadderCurves({ points, isRunning }: LadderCurvesProps) {
  const curves = ladderCurves(points, AD_MODEL_SHORT);
  const tower = curveOf(points, "two-tower", "two-tower");
  const waiting = isRunning ? "Starting" : "No steps yet: train the models below";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
      <LossChart title="Loss on the sampled rows" curves={curves} waiting={waiting} />
      <Entropy curves={curves} waiting={isRunning ? "Measured between blocks of steps" : waiting} />
      {tower.points.length > 0 && (
        <>
          <LossChart title="Two-tower: loss" curves={[tower]} waiting={waiting} />
          <QualityChart
            title="Two-tower: recall@100 of clicked ads"
            finding={(best) => `Two-tower: ${formatShare(best)} of the clicked ads are among its nearest 100`}
            label="share of clicked ads among the nearest 100"
            curves={[tower]}
            pick={({ recallAt100 }) => recallAt100}
            baseline={null}
            format={formatShare}
            floor={0}
            waiting="Measured at the end of each epoch"
          />
        </>
      )}
    </div>
  );
}

const lastEntropy = ({ points }: AdCurve) =>
  points.findLast(({ normalizedEntropy }) => normalizedEntropy !== undefined)?.normalizedEntropy;

/** Who leads, and how far from the truth. */
function describeEntropy(curves: readonly AdCurve[], truth: number | undefined): string {
  const lasts = curves.flatMap((curve) => {
    const value = lastEntropy(curve);
    return value === undefined ? [] : [{ label: curve.label, value }];
  });
  const best = lasts.toSorted((a, b) => a.value - b.value)[0];
  if (!best) return "Normalised entropy on a later day";
  const rest = truth === undefined ? "" : `, the true probabilities ${truth.toFixed(3)}`;
  return `${best.label} leads with an NE of ${best.value.toFixed(3)} on a later day${rest}`;
}

/** Lower is better, and the dashed line cannot be passed: what the true click probabilities reach. */
function Entropy({ curves, waiting }: { curves: readonly AdCurve[]; waiting: string }) {
  const truth = curves.flatMap(({ points }) => points).findLast((point) => point.truth !== undefined)?.truth;
  const references: LineReference[] =
    truth === undefined ? [] : [{ axis: "y", value: truth, label: `true probabilities ${truth.toFixed(3)}` }];
  const series = curves.map(({ id, label, points }, index) => ({
    id,
    label,
    color: ((index % 5) + 1) as SeriesColor,
    points: points.flatMap(({ step, normalizedEntropy }) =>
      normalizedEntropy === undefined ? [] : [[step, normalizedEntropy] as const],
    ),
  }));
  return (
    <TrainingChart
      title={describeEntropy(curves, truth)}
      description="Normalised entropy of each model on a day it has not seen, every negative kept."
      waiting={series.some((one) => one.points.length > 0) ? null : waiting}
      steps={Math.max(0, ...curves.map(({ steps }) => steps))}
      y={{
        label: "normalised entropy, lower is better",
        format: (value) => value.toFixed(2),
        ...(truth !== undefined && { covers: [truth] }),
      }}
      series={series}
      references={references}
    />
  );
}

/** The table twin of the curves: what was measured on the way, and where each model ended. */
export function LadderCurveTable({ points }: { points: readonly AdTrainingPoint[] }) {
  return (
    <CurveTable
      caption="Training, measured between blocks of steps on a day that the models have not seen"
      curves={[...ladderCurves(points, AD_MODEL_LABELS), curveOf(points, "two-tower", "Two-tower")]}
      measures={[
        { key: "ne", header: "NE", cell: ({ normalizedEntropy }) => normalizedEntropy?.toFixed(4) ?? "" },
        { key: "auc", header: "AUC", cell: ({ auc }) => auc?.toFixed(4) ?? "" },
        { key: "truth", header: "NE of the truth", cell: ({ truth }) => truth?.toFixed(4) ?? "" },
        {
          key: "recall",
          header: "Recall@100",
          cell: ({ recallAt100 }) => (recallAt100 === undefined ? "" : formatShare(recallAt100)),
        },
      ]}
    />
  );
}
