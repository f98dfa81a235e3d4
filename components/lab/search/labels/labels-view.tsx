import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { PositionBias } from "@/components/lab/search/clicks/position-bias";
import { describeLabels } from "@/components/lab/search/labels/labels-words";
import { LABELS_LABELS } from "@/components/lab/search/search-words";
import type { LabelsComparison } from "@/lib/pipeline/product-search/measures";

const SERIES = [
  { id: "bm25", label: "BM25 alone", color: 4, shape: "tick" },
  { id: "clicks", label: LABELS_LABELS.clicks, color: 2, shape: "ring" },
  { id: "clicksIps", label: LABELS_LABELS["clicks-ips"], color: 1, shape: "disc" },
  { id: "grades", label: LABELS_LABELS.grades, color: 3, shape: "tick" },
] as const;
const STEP = 0.05;

/** The axis covers what there is, in steps of 0.05: the differences are small. */
function axisOf(values: readonly number[]) {
  const minimum = Math.max(0, Math.floor(Math.min(...values) / STEP - 1e-9) * STEP);
  const maximum = Math.min(1, Math.ceil(Math.max(...values) / STEP + 1e-9) * STEP);
  const width = Math.max(1, Math.round((maximum - minimum) / STEP / 4)) * STEP;
  const count = Math.floor((maximum - minimum) / width + 1e-9);
  const tickValues = Array.from({ length: count + 1 }, (_, index) => minimum + index * width);
  return { minimum, maximum, tickValues };
}

/** One ranker on three kinds of labels, seed by seed, and the position bias that the weights come from. */
export function LabelsView({ comparison }: { comparison: LabelsComparison }) {
  const rows = [
    ...comparison.seeds.map(({ seed, ...values }) => ({ id: String(seed), label: `seed ${seed}`, values })),
    { id: "mean", label: "mean", values: comparison.mean },
  ];
  const values = rows.flatMap((row) => SERIES.map(({ id }) => row.values[id]));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
      <StudyFigure caption={describeLabels(comparison)}>
        <DotChart
          title="True NDCG@10 by what was learnt from, for each seed"
          description="Each seed draws another log of clicks. The further right, the better the pages of held-out queries."
          series={SERIES}
          rows={rows}
          {...axisOf(values)}
          format={(value) => value.toFixed(2)}
          axisLabel="true NDCG@10 on held-out queries (the axis does not begin at 0)"
        />
        <ChartTable
          caption="True NDCG@10 on held-out queries"
          columns={[
            { key: "seed", header: "Seed", rowHeader: true, cell: ({ label }) => label },
            ...SERIES.map(({ id, label }) => ({
              key: id,
              header: label,
              numeric: true,
              cell: (row: (typeof rows)[number]) => row.values[id].toFixed(3),
            })),
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </StudyFigure>
      <PositionBias propensities={comparison.propensities} />
    </div>
  );
}
