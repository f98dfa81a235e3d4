import { formatCount, formatShare } from "@/components/lab/format";
import { SYSTEMS } from "@/components/lab/video/metrics/metrics-words";
import { type Column, Table } from "@/components/ui/table";
import type { OfflineMetrics } from "@/lib/pipeline/video/trace";

type System = (typeof SYSTEMS)[number];
type MetricsTableProps = {
  metrics: OfflineMetrics;
  /** The same over the videos that the log knows; null when it is not known or no different. */
  logged: { metrics: OfflineMetrics; items: number } | null;
  caption: string;
};

/** Each system in a row: three metrics by the log, and what the truth says of the same slates. */
export function MetricsTable({ metrics, logged, caption }: MetricsTableProps) {
  const columns: Column<System>[] = [
    { key: "name", header: "System", rowHeader: true, cell: ([, label]) => label, className: "min-w-36" },
    { key: "ndcg", header: "NDCG@10", numeric: true, cell: ([key]) => metrics[key].ndcgAt10.toFixed(3) },
    {
      key: "recall",
      header: "Recall@10",
      numeric: true,
      cell: ([key]) => formatShare(metrics[key].recallAt10),
    },
    { key: "hit", header: "Hit@10", numeric: true, cell: ([key]) => formatShare(metrics[key].hitAt10) },
    {
      key: "truth",
      header: "Watches a slate (truth)",
      numeric: true,
      cell: ([key]) => metrics[key].expectedWatch.toFixed(2),
    },
    ...(logged ? loggedColumns(logged.metrics, logged.items) : []),
  ];
  return <Table dense caption={caption} columns={columns} rows={SYSTEMS} rowKey={([key]) => key} />;
}

function loggedColumns(logged: OfflineMetrics, items: number): Column<System>[] {
  const among = `among the ${formatCount(items)} logged`;
  return [
    {
      key: "logged-ndcg",
      header: `NDCG@10 ${among}`,
      numeric: true,
      cell: ([key]) => logged[key].ndcgAt10.toFixed(3),
      className: "max-w-32",
    },
    {
      key: "logged-truth",
      header: `Watches a slate ${among}`,
      numeric: true,
      cell: ([key]) => logged[key].expectedWatch.toFixed(2),
      className: "max-w-32",
    },
  ];
}
