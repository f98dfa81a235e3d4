import { Disclosure } from "@/components/ui/disclosure";
import { type Column, Table } from "@/components/ui/table";

/** The numbers of a chart as a table, folded away under it. Every chart has one. */
export function ChartTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
}) {
  return (
    <Disclosure summary="Show the numbers" className="print:hidden">
      <Table dense caption={caption} columns={columns} rows={rows} rowKey={rowKey} />
    </Disclosure>
  );
}
