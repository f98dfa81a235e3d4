import { nearMisses } from "@/components/lab/core/slate/explain-item";
import type { TracedRun } from "@/components/lab/core/traced";
import { type PipelineWords, reasonWords, stepLabel } from "@/components/lab/core/words";
import { capitalise } from "@/components/lab/format";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";

type NearMissesProps = { run: TracedRun; words: PipelineWords };

/** High in the ranking, not in the slate, and why. */
export function NearMisses({ run, words }: NearMissesProps) {
  const rows = nearMisses(run, 8);
  if (rows.length === 0) return null;
  return (
    <Disclosure summary="Ranked high, not shown" className="mt-2">
      <Table
        dense
        hideCaption
        caption={`${capitalise(words.items)} ranked high that are not in the slate`}
        columns={[
          { key: "rank", header: "Rank", numeric: true, cell: (row) => row.position.ranked },
          { key: "title", header: capitalise(words.item), rowHeader: true, cell: (row) => row.card.title },
          {
            key: "left",
            header: "Left at",
            cell: (row) =>
              row.left && `${stepLabel(words, row.left.step)}: ${reasonWords(words, row.left.reason)}`,
          },
        ]}
        rows={rows}
        rowKey={(row) => String(row.card.item)}
      />
    </Disclosure>
  );
}
