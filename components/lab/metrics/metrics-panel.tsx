import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatCount, formatShare } from "@/components/lab/format";
import type { LabStore } from "@/components/lab/lab-store";
import type { LabView } from "@/components/lab/lab-view";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { OfflineMetrics } from "@/lib/pipeline/trace";

const SYSTEMS = [
  ["popularity", "Popularity for everyone"],
  ["itemToItem", "Item-to-item alone"],
  ["twoTower", "Two-tower alone"],
  ["ranked", "All sources, ranked"],
  ["pipeline", "The whole pipeline, re-ranked"],
] as const;

/** Offline metrics on watches that the models never saw; measured again on demand with the knobs of the moment. */
export function MetricsPanel({ lab, view }: { lab: LabStore; view: LabView }) {
  const metrics = view.measured?.metrics ?? view.card.metrics;
  return (
    <div className="grid gap-5">
      <div className="grid gap-6 lg:grid-cols-2">
        <Table
          dense
          caption={caption(view, metrics)}
          columns={[
            { key: "name", header: "System", rowHeader: true, cell: ([, label]) => label },
            {
              key: "ndcg",
              header: "NDCG@10",
              numeric: true,
              cell: ([key]) => metrics[key].ndcgAt10.toFixed(3),
            },
            {
              key: "recall",
              header: "Recall@10",
              numeric: true,
              cell: ([key]) => formatShare(metrics[key].recallAt10),
            },
            {
              key: "hit",
              header: "Hit@10",
              numeric: true,
              cell: ([key]) => formatShare(metrics[key].hitAt10),
            },
            {
              key: "truth",
              header: "Watches a slate",
              numeric: true,
              cell: ([key]) => metrics[key].expectedWatch.toFixed(2),
            },
          ]}
          rows={SYSTEMS}
          rowKey={([key]) => key}
        />
        <RecallByDepth metrics={metrics} />
      </div>
      <p className="max-w-3xl text-sm text-ink-2">
        {formatShare(metrics.candidateRecall)} of the held-out watches are among all candidates: the ranker
        cannot do better than that. NDCG, recall and hits count what people watched of what the old
        recommender showed them, so they favour whoever imitates it. The last column is what a slate brings by
        the simulator’s own truth, which no model sees: watched videos, each counted by its watched share.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          {...(view.isMeasuring && { busyLabel: "Measuring…" })}
          onClick={() => void (view.phase === "live" ? lab.measure() : lab.run().then(() => lab.measure()))}
        >
          Measure with these knobs
        </Button>
        {view.isMeasuring && <Button onClick={() => lab.cancel()}>Cancel</Button>}
      </div>
    </div>
  );
}

function caption(view: LabView, metrics: OfflineMetrics): string {
  const who = `${formatCount(metrics.users)} viewers, their watches of the last ${metrics.heldOutDays} days held out`;
  return view.measured ? `Measured here just now: ${who}` : `As shipped: ${who}`;
}

function RecallByDepth({ metrics }: { metrics: OfflineMetrics }) {
  const rows = metrics.retrievalRecall;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm font-medium">How deep retrieval must dig</figcaption>
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
