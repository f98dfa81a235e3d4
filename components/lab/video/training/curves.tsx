import type { Curve } from "@/components/lab/core/training/curve";
import { LossChart, QualityChart } from "@/components/lab/core/training/curve-charts";
import { formatShare } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { popularityOf, type Run } from "@/components/lab/video/training/runs";
import type { RankerName } from "@/lib/pipeline/video/names";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";

type CurvesProps = { tower: Run; rankers: readonly Run[]; isRunning: boolean };

/** Loss and quality of both models while they learn; popularity, which learns nothing, as the dashed line to beat. */
export function Curves({ tower, rankers, isRunning }: CurvesProps) {
  const later = isRunning ? "Starts when the two-tower is done" : "No steps yet: train the models below";
  const [ofTower, ofRankers] = [[curveOf(tower, 0)], rankers.map(curveOf)];
  const [towerBaseline, rankerBaseline] = [popularityLine([tower]), popularityLine(rankers)];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
      <LossChart
        title="Two-tower: loss"
        curves={ofTower}
        waiting={isRunning ? "Starting" : "No steps yet: train the models below"}
      />
      <QualityChart
        title="Two-tower: recall@100 of later watches"
        finding={(last) =>
          `Two-tower: ${formatShare(last)} of later watches are among its nearest 100${towerBaseline === null ? "" : `, popularity finds ${formatShare(towerBaseline.value)}`}`
        }
        label="share of later watches among the nearest 100"
        curves={ofTower}
        pick={(point) => point.recallAt100}
        baseline={towerBaseline}
        format={formatShare}
        floor={0}
        waiting="Measured at the end of each epoch"
      />
      <LossChart title="Ranker: loss" curves={ofRankers} waiting={later} />
      <QualityChart
        title="Ranker: AUC of clicks on later impressions"
        finding={(best) =>
          `Ranker: a clicked video stands above one that was not in ${formatShare(best)} of pairs (AUC)${rankerBaseline === null ? "" : `, by popularity in ${formatShare(rankerBaseline.value)}`}`
        }
        label="clicked above not clicked (0.5 is chance)"
        curves={ofRankers}
        pick={(point) => point.clickAuc}
        baseline={rankerBaseline}
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

const curveOf = (run: Run, index: number): Curve<TrainingPoint> => ({
  id: run.ranker ?? String(index),
  label: run.ranker ? LINE_LABELS[run.ranker] : "model",
  steps: run.steps,
  points: run.points,
});

/** What popularity, which learns nothing, reaches on the same data; null before it was measured. */
function popularityLine(runs: readonly Run[]) {
  const value = runs.map(popularityOf).find((one) => one !== null);
  return value === undefined ? null : { label: "popularity", value };
}
