import type { Curve } from "@/components/lab/core/training/curve";
import { LossChart, QualityChart } from "@/components/lab/core/training/curve-charts";
import { type CurveMeasure, CurveTable } from "@/components/lab/core/training/curve-table";
import { formatShare } from "@/components/lab/format";
import type { SearchTrainingPoint } from "@/lib/pipeline/product-search/trace";

const MEASURES: readonly CurveMeasure<SearchTrainingPoint>[] = [
  {
    key: "recall",
    header: "Recall@100",
    cell: ({ recallAt100 }) => (recallAt100 === undefined ? "" : formatShare(recallAt100)),
  },
  { key: "ndcg", header: "NDCG@10", cell: ({ ndcgAt10 }) => ndcgAt10?.toFixed(3) ?? "" },
  {
    key: "bm25",
    header: "BM25",
    cell: ({ bm25, model }) =>
      bm25 === undefined ? "" : model === "two-tower" ? formatShare(bm25) : bm25.toFixed(3),
  },
];

/** The points of one model as a curve. */
export function curveOf(
  points: readonly SearchTrainingPoint[],
  model: SearchTrainingPoint["model"],
  label: string,
): Curve<SearchTrainingPoint> {
  const own = points.filter((point) => point.model === model);
  return { id: model, label, steps: own[0]?.steps ?? 0, points: own };
}

/** What BM25 reaches on the same queries; null before it was measured. */
function bm25Line({ points }: Curve<SearchTrainingPoint>) {
  const value = points.findLast(({ bm25 }) => bm25 !== undefined)?.bm25;
  return value === undefined ? null : { label: "BM25", value };
}

type CurvesProps = { points: readonly SearchTrainingPoint[]; ranker: string; isRunning: boolean };

/** Loss and quality of both models while they learn; BM25, which learns nothing, as the dashed line to beat. */
export function Curves({ points, ranker, isRunning }: CurvesProps) {
  const tower = curveOf(points, "two-tower", "Two-tower");
  const ranked = curveOf(points, "ranker", ranker);
  const later = isRunning ? "Starts when the towers are done" : "No steps yet: train the models below";
  const first = isRunning ? "Starting" : "No steps yet: train the models below";
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        <LossChart title="Two-tower: loss" curves={[tower]} waiting={first} />
        <QualityChart
          title="Two-tower: recall@100 of good products"
          finding={(last) => `Two-tower: ${formatShare(last)} of the good products are among its nearest 100`}
          label="share of good products among the nearest 100"
          curves={[tower]}
          pick={(point) => point.recallAt100}
          baseline={bm25Line(tower)}
          format={formatShare}
          floor={0}
          waiting="Measured at the end of each epoch"
        />
        <LossChart title="Ranker: loss" curves={[ranked]} waiting={later} />
        <QualityChart
          title="Ranker: NDCG@10 of held-out queries"
          finding={(best) => `${ranker}: true NDCG@10 ${best.toFixed(3)} on held-out queries`}
          label="true NDCG@10"
          curves={[ranked]}
          pick={(point) => point.ndcgAt10}
          baseline={bm25Line(ranked)}
          format={(value) => value.toFixed(2)}
          floor={0.3}
          waiting={ranked.points.length === 0 ? later : "Measured at the end of each epoch"}
        />
      </div>
      <CurveTable
        caption="Training, measured between epochs on held-out queries. BM25: what words in common alone reach there."
        curves={[tower, ranked]}
        measures={MEASURES}
      />
    </>
  );
}
