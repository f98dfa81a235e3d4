import type { SourceTrace } from "@/components/lab/core/traced";
import { type PipelineWords, sourceLabel } from "@/components/lab/core/words";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Table } from "@/components/ui/table";

type SourceTableProps = { sources: readonly SourceTrace[]; words: PipelineWords };

/** What each source was asked for, brought, and is owed. */
export function SourceTable({ sources, words }: SourceTableProps) {
  return (
    <Table
      dense
      caption="Sources of candidates"
      columns={[
        { key: "source", header: "Source", rowHeader: true, cell: (row) => sourceLabel(words, row.source) },
        { key: "asked", header: "Asked for", numeric: true, cell: (row) => formatCount(row.asked) },
        { key: "returned", header: "Brought", numeric: true, cell: (row) => formatCount(row.returned) },
        { key: "only", header: "Only it brought", numeric: true, cell: (row) => formatCount(row.onlyHere) },
        { key: "slate", header: "In the slate", numeric: true, cell: (row) => formatCount(row.inSlate) },
        { key: "ms", header: "Time", numeric: true, cell: (row) => formatMilliseconds(row.milliseconds) },
      ]}
      rows={sources}
      rowKey={(row) => row.source}
    />
  );
}
