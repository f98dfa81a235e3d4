import { Table } from "@/components/ui/table";

export type MisconceptionItem = { pointId: string; text: string; submissions: number; pointText: string };

/** The wrong statements that the grader named, most frequent first. */
export function Misconceptions({ items }: { items: readonly MisconceptionItem[] }) {
  if (items.length === 0)
    return <p className="text-ink-2">The grader named no misconception in these submissions.</p>;
  return (
    <Table
      dense
      caption="Misconceptions named by the grader, most frequent first"
      hideCaption
      rows={items}
      rowKey={({ pointId, text }) => `${pointId} ${text}`}
      columns={[
        { key: "text", header: "Misconception", rowHeader: true, cell: ({ text }) => text },
        { key: "point", header: "At the point", cell: ({ pointText }) => pointText },
        {
          key: "submissions",
          header: "Submissions",
          numeric: true,
          cell: ({ submissions }) => submissions,
        },
      ]}
    />
  );
}
