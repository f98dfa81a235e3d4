import { describeDrops, STEP_LABELS, stepsMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import { SourceTable } from "@/components/lab/core/funnel/source-table";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** The table twin of the funnel: every number of the picture, and the sources behind the first stage. */
export function FunnelTable({ recommendation }: { recommendation: Recommendation }) {
  return (
    <Disclosure summary="The funnel as a table">
      <div className="grid gap-5">
        <Table
          dense
          caption={`Steps of one request, ${formatMilliseconds(stepsMilliseconds(recommendation))} in all`}
          columns={[
            { key: "step", header: "Step", rowHeader: true, cell: (row) => STEP_LABELS[row.step] },
            { key: "in", header: "Videos in", numeric: true, cell: (row) => formatCount(row.itemsIn) },
            { key: "out", header: "Videos out", numeric: true, cell: (row) => formatCount(row.itemsOut) },
            { key: "ms", header: "Time", numeric: true, cell: (row) => formatMilliseconds(row.milliseconds) },
            {
              key: "drops",
              header: "What left",
              cell: (row) => describeDrops(row),
            },
          ]}
          rows={recommendation.steps}
          rowKey={(row) => row.step}
        />
        <SourceTable recommendation={recommendation} />
      </div>
    </Disclosure>
  );
}
