import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** Numbers go to the right in tabular figures. */
  numeric?: boolean;
  /** The cell that names its row. At most one column. */
  rowHeader?: boolean;
  /** When the rows stand in this column's order. */
  sorted?: "ascending" | "descending";
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
  /** For tables larger than a screen: header and naming column stay while the rest scrolls in both directions. */
  pinned?: boolean;
  className?: string;
};

const PINNED_HEADER = "sticky top-0 z-10 bg-paper shadow-[inset_0_-1px_0_var(--line-strong)]";
const PINNED_COLUMN = "sticky left-0 bg-paper shadow-[inset_-1px_0_0_var(--line)]";
const PINNED_CORNER = "sticky top-0 left-0 z-20 bg-paper shadow-[inset_-1px_-1px_0_var(--line-strong)]";

/**
 * A table is a table: a name, header cells with scope, numbers aligned. Scrolls sideways inside itself on a phone; the
 * caption stands outside of what scrolls, so that it is never cut.
 */
export function Table<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  dense,
  pinned,
  className,
}: TableProps<Row>) {
  const captionId = useId();
  // Words for screen readers are placed absolutely: without a box of their own to stand in they would widen the page.
  const box = cx("relative", pinned ? "max-h-[80vh] overflow-auto" : "overflow-x-auto");
  const pad = dense ? "px-2 py-1" : "px-3 py-2";
  const cellClass = (column: Column<Row>) =>
    cx(pad, column.numeric ? "text-right tabular-nums" : "text-left", column.className);
  return (
    <div className={cx("min-w-0", className)}>
      <p id={captionId} className={hideCaption ? "sr-only" : "pb-2 text-sm text-ink-2"}>
        {caption}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, and there are none. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <div className={box} tabIndex={0} role="group" aria-labelledby={captionId}>
        <table className="w-full border-collapse text-sm" aria-labelledby={captionId}>
          <thead>
            <tr className="border-b border-line-strong/60">
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={column.sorted}
                  className={cx(
                    cellClass(column),
                    "font-medium text-ink-2",
                    pinned && (column.rowHeader ? PINNED_CORNER : PINNED_HEADER),
                  )}
                >
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
                    <th
                      key={column.key}
                      scope="row"
                      className={cx(cellClass(column), "font-medium", pinned && PINNED_COLUMN)}
                    >
                      {column.cell(row, index)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      className={cx(cellClass(column), column.numeric && "whitespace-nowrap")}
                    >
                      {column.cell(row, index)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
