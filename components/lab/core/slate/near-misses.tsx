import { DROP_LABELS, STEP_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { nearMisses } from "@/components/lab/core/slate/explain-item";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** High in the ranking, not in the slate, and why. */
export function NearMisses({ recommendation }: { recommendation: Recommendation }) {
  const rows = nearMisses(recommendation, 8);
  if (rows.length === 0) return null;
  return (
    <Disclosure summary="Ranked high, not shown" className="mt-2">
      <Table
        dense
        hideCaption
        caption="Videos ranked high that are not in the slate"
        columns={[
          { key: "rank", header: "Rank", numeric: true, cell: (row) => row.position.ranked },
          { key: "title", header: "Video", rowHeader: true, cell: (row) => row.card.title },
          {
            key: "left",
            header: "Left at",
            cell: (row) => row.left && `${STEP_LABELS[row.left.step]}: ${DROP_LABELS[row.left.reason]}`,
          },
        ]}
        rows={rows}
        rowKey={(row) => String(row.card.item)}
      />
    </Disclosure>
  );
}
