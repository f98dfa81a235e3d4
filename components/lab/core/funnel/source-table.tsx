import { SOURCE_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** What each source was asked for, brought, and is owed. */
export function SourceTable({ recommendation }: { recommendation: Recommendation }) {
  return (
    <Table
      dense
      caption="Sources of candidates"
      columns={[
        { key: "source", header: "Source", rowHeader: true, cell: (row) => SOURCE_LABELS[row.source] },
        { key: "asked", header: "Asked for", numeric: true, cell: (row) => formatCount(row.asked) },
        { key: "returned", header: "Brought", numeric: true, cell: (row) => formatCount(row.returned) },
        { key: "only", header: "Only it brought", numeric: true, cell: (row) => formatCount(row.onlyHere) },
        { key: "slate", header: "In the slate", numeric: true, cell: (row) => formatCount(row.inSlate) },
        { key: "ms", header: "Time", numeric: true, cell: (row) => formatMilliseconds(row.milliseconds) },
      ]}
      rows={recommendation.sources}
      rowKey={(row) => row.source}
    />
  );
}
