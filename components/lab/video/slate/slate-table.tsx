import { formatShare } from "@/components/lab/format";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import { Table } from "@/components/ui/table";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** The slate with every number: the twin of the list and its stories. */
export function SlateTable({ recommendation }: { recommendation: Recommendation }) {
  return (
    <Table
      dense
      caption="The slate, with all that was predicted and where each video stood"
      columns={[
        { key: "slate", header: "Slate", numeric: true, cell: (row) => row.position.slate },
        { key: "title", header: "Video", rowHeader: true, cell: (row) => row.card.title },
        {
          key: "sources",
          header: "Sources",
          cell: (row) => row.sources.map((one) => SOURCE_LABELS[one.source]).join(", "),
        },
        { key: "retrieved", header: "Retrieved", numeric: true, cell: (row) => row.position.retrieved },
        { key: "ranked", header: "Ranked", numeric: true, cell: (row) => row.position.ranked },
        {
          key: "click",
          header: "Click",
          numeric: true,
          cell: (row) => row.heads && formatShare(row.heads.click),
        },
        {
          key: "watch",
          header: "Watched",
          numeric: true,
          cell: (row) => row.heads && formatShare(row.heads.watch),
        },
        {
          key: "like",
          header: "Like",
          numeric: true,
          cell: (row) => row.heads && formatShare(row.heads.like),
        },
        {
          key: "hide",
          header: "Hide",
          numeric: true,
          cell: (row) => row.heads && formatShare(row.heads.hide),
        },
        { key: "score", header: "Score", numeric: true, cell: (row) => row.score?.toFixed(4) },
      ]}
      rows={recommendation.slate}
      rowKey={(row) => String(row.card.item)}
    />
  );
}
