import { describeDrops, totalMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import { SourceTable } from "@/components/lab/core/funnel/source-table";
import type { TracedRun } from "@/components/lab/core/traced";
import { type PipelineWords, stepLabel } from "@/components/lab/core/words";
import { capitalise, formatCount, formatMilliseconds } from "@/components/lab/format";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";

type FunnelTableProps = { run: Pick<TracedRun, "steps" | "sources">; words: PipelineWords };

/** The table twin of the funnel: every number of the picture, and the sources behind the first stage. */
export function FunnelTable({ run: { steps, sources }, words }: FunnelTableProps) {
  const items = capitalise(words.items);
  return (
    <Disclosure summary="The funnel as a table">
      <div className="grid gap-5">
        <Table
          dense
          caption={`Steps of one request, ${formatMilliseconds(totalMilliseconds(steps))} in all`}
          columns={[
            { key: "step", header: "Step", rowHeader: true, cell: (row) => stepLabel(words, row.step) },
            { key: "in", header: `${items} in`, numeric: true, cell: (row) => formatCount(row.itemsIn) },
            { key: "out", header: `${items} out`, numeric: true, cell: (row) => formatCount(row.itemsOut) },
            { key: "ms", header: "Time", numeric: true, cell: (row) => formatMilliseconds(row.milliseconds) },
            { key: "drops", header: "What left", cell: (row) => describeDrops(row, words) },
          ]}
          rows={steps}
          rowKey={(row) => row.step}
        />
        <SourceTable sources={sources} words={words} />
      </div>
    </Disclosure>
  );
}
