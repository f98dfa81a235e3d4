import { Table } from "@/components/ui/table";
import { decisionWords } from "@/lib/design/decision-words";
import { DESIGNS, type World } from "@/lib/design/designs";
import { decisionChanges, type Side } from "@/lib/grading/report/compare-sides";

type Props = { first: Side; second: Side; world: World };

/** The typed decisions on which the two sides differ; nothing when neither or one side made any. */
export function DecisionDifferences({ first, second, world }: Props) {
  const rows = decisionChanges(first, second);
  if (first.decisions.length === 0 || second.decisions.length === 0 || rows.length === 0) return null;
  const { fields } = DESIGNS[world];
  const cell = (field: string, value: string | null) =>
    value === null ? "left open" : decisionWords(fields, field, value).value;
  return (
    <section aria-labelledby="decisions" className="max-w-3xl">
      <h2 id="decisions" className="mb-3 text-lg font-semibold">
        Decisions that differ
      </h2>
      <Table
        caption="Typed decisions on both sides"
        hideCaption
        rows={rows}
        rowKey={({ field }) => field}
        columns={[
          {
            key: "field",
            header: "Decision",
            rowHeader: true,
            cell: ({ field }) => decisionWords(fields, field, "").label,
          },
          { key: "first", header: "Left", cell: (row) => cell(row.field, row.first) },
          { key: "second", header: "Right", cell: (row) => cell(row.field, row.second) },
        ]}
      />
    </section>
  );
}
