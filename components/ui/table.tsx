import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** Numbers go to the right in tabular figures. */
  numeric?: boolean;
  /** The cell that names its row. At most one column. */
  rowHeader?: boolean;
  cell: (row: Row, index: number) => ReactNode;
  className?: string;
};

type TableProps<Row> = {
  caption: ReactNode;
  hideCaption?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  dense?: boolean;
  className?: string;
};

/** A table is a table: caption, header cells with scope, numbers aligned. Scrolls sideways inside itself on a phone. */
export function Table<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  dense,
  className,
}: TableProps<Row>) {
  const pad = dense ? "px-2 py-1" : "px-3 py-2";
  const cellClass = (column: Column<Row>) =>
    cx(pad, column.numeric ? "text-right tabular-nums" : "text-left", column.className);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, and there are none.
    <div className={cx("overflow-x-auto", className)} tabIndex={0} role="group" aria-label="Table">
      <table className="w-full border-collapse text-sm">
        <caption className={hideCaption ? "sr-only" : "pb-2 text-left text-sm text-ink-2"}>{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong/60">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cx(cellClass(column), "font-medium text-ink-2")}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className="border-b border-line last:border-0">
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={cx(cellClass(column), "font-medium")}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
