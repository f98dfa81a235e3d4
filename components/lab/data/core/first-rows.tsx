import { Table } from "@/components/ui/table";

type FirstRowsProps = {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** What a column is read as; null when it is not read. */
  roleOf: (column: number) => string | null;
};

/** The first rows of a table, with what each column is read as under its name. */
export function FirstRows({ columns, rows, roleOf }: FirstRowsProps) {
  return (
    <Table
      dense
      caption="The first rows"
      columns={columns.map((name, c) => ({
        key: String(c),
        header: (
          <>
            {name || `column ${c + 1}`}
            <span className="block font-normal">{roleOf(c) ?? "not read"}</span>
          </>
        ),
        className: roleOf(c) ? "max-w-60 truncate" : "max-w-60 truncate text-ink-2",
        cell: (row: readonly string[]) => row[c],
      }))}
      rows={rows}
      rowKey={(_, index) => String(index)}
    />
  );
}
