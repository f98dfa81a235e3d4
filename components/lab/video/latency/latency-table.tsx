import { ChartTable } from "@/components/charts/chart-table";
import { formatCount, formatShare } from "@/components/lab/format";
import {
  formatRecall,
  formatSearchTime,
  formatSpeedUp,
  type IndexPoint,
  speedUp,
} from "@/components/lab/video/latency/index-words";
import type { IndexMeasurement } from "@/lib/pipeline/workers/bench-schemas";

/** The table twin: each setting with its rows, recall and times; the exact scan last. */
export function LatencyTable({ measured }: { measured: IndexMeasurement }) {
  const { items, lists, exactMs, points } = measured;
  const exact: IndexPoint = { probes: 0, scanned: 1, recall: 1, ms: exactMs };
  return (
    <ChartTable
      caption={`Searches of an index with ${formatCount(lists)} lists over ${formatCount(items)} videos, and the exact scan`}
      columns={[
        {
          key: "probes",
          header: "Lists searched",
          rowHeader: true,
          cell: (row) => (row.probes === 0 ? "all rows, exact" : formatCount(row.probes)),
        },
        {
          key: "rows",
          header: "Rows",
          numeric: true,
          cell: (row) => formatCount(Math.round(row.scanned * items)),
        },
        {
          key: "share",
          header: "Share of rows",
          numeric: true,
          cell: (row) => formatShare(row.scanned),
          className: "whitespace-nowrap",
        },
        {
          key: "recall",
          header: `Recall@${formatCount(measured.k)}`,
          numeric: true,
          cell: (row) => formatRecall(row.recall),
        },
        { key: "min", header: "Fastest", numeric: true, cell: (row) => formatSearchTime(row.ms.min) },
        { key: "p50", header: "Median", numeric: true, cell: (row) => formatSearchTime(row.ms.p50) },
        { key: "p95", header: "95th percentile", numeric: true, cell: (row) => formatSearchTime(row.ms.p95) },
        {
          key: "times",
          header: "As fast as exact",
          numeric: true,
          cell: (row) => formatSpeedUp(speedUp(measured, row)),
        },
      ]}
      rows={[...points, exact]}
      rowKey={(row) => String(row.probes)}
    />
  );
}
