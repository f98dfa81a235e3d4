import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatCount, formatShare } from "@/components/lab/format";
import type { OfflineMetrics } from "@/lib/pipeline/video/trace";

/** The verdict at the deepest k, in a sentence. */
function finding(rows: OfflineMetrics["retrievalRecall"]): string {
  const deepest = rows.at(-1);
  if (!deepest) return "How deep retrieval must dig";
  return `Of ${formatCount(deepest.k)} candidates: the two-tower holds ${formatShare(deepest.twoTower)} of held-out watches, popularity ${formatShare(deepest.popularity)}`;
}

/** How many candidates it takes to hold what people will watch. */
export function RecallByDepth({ metrics }: { metrics: OfflineMetrics }) {
  const rows = metrics.retrievalRecall;
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-2 text-sm font-medium">{finding(rows)}</figcaption>
      <LineChart
        title="Recall by number of candidates"
        description="Share of held-out watches among the best k candidates of the two-tower model and of popularity."
        series={[
          { id: "two-tower", label: "two-tower", color: 1, points: rows.map((row) => [row.k, row.twoTower]) },
          {
            id: "popularity",
            label: "popularity",
            color: 2,
            dash: true,
            points: rows.map((row) => [row.k, row.popularity]),
          },
        ]}
        x={{
          kind: "log",
          label: "candidates (log scale)",
          format: formatCount,
          tickValues: rows.map((row) => row.k),
        }}
        y={{ kind: "linear", label: "share of held-out watches found", format: formatShare, tickCount: 4 }}
        height={180}
      />
      <ChartTable
        caption="Recall by number of candidates"
        columns={[
          {
            key: "k",
            header: "Candidates",
            rowHeader: true,
            numeric: true,
            cell: (row) => formatCount(row.k),
          },
          { key: "tower", header: "Two-tower", numeric: true, cell: (row) => formatShare(row.twoTower) },
          {
            key: "popularity",
            header: "Popularity",
            numeric: true,
            cell: (row) => formatShare(row.popularity),
          },
        ]}
        rows={rows}
        rowKey={(row) => String(row.k)}
      />
    </figure>
  );
}
