import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { PART_LABELS } from "@/components/lab/search/worth/variants";
import type { WorthRow } from "@/components/lab/search/worth/worth-words";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import type { SearchEffect } from "@/lib/pipeline/product-search/trace";

type WorthTableProps = { rows: readonly WorthRow[]; base: SearchEffect; onApply: (row: WorthRow) => void };
type Line = { id: string; label: string; effect: SearchEffect; row: WorthRow | null };

const number = (key: string, header: string, of: (effect: SearchEffect) => string): Column<Line> => ({
  key,
  header,
  numeric: true,
  cell: ({ effect }) => of(effect),
});

const COLUMNS: readonly Column<Line>[] = [
  {
    key: "part",
    header: "Part",
    rowHeader: true,
    className: "whitespace-nowrap",
    cell: ({ label }) => label,
  },
  number("kept", "Stay", ({ kept }) => formatCount(kept)),
  number("ndcg", "NDCG@10", ({ ndcg10 }) => ndcg10?.toFixed(2) ?? "unknown"),
  number("diversity", "Diversity", ({ diversity }) => diversity.toFixed(2)),
  number("sellers", "Sellers", ({ sellers }) => formatCount(sellers)),
  number("faults", "Twice or sold out", ({ duplicates, outOfStock }) => formatCount(duplicates + outOfStock)),
  number("ms", "Time", ({ milliseconds }) => formatMilliseconds(milliseconds)),
];

/** Every page of the comparison, with a button that makes its change. */
export function WorthTable({ rows, base, onApply }: WorthTableProps) {
  const lines: Line[] = [
    { id: "base", label: "As it is", effect: base, row: null },
    ...rows.map((row) => ({
      id: row.id,
      label: `${PART_LABELS[row.id]} ${row.isOnNow ? "off" : "on"}`,
      effect: row.effect,
      row,
    })),
  ];
  const apply: Column<Line> = {
    key: "apply",
    header: <span className="sr-only">Apply</span>,
    cell: ({ row }) =>
      row && (
        <Button size="small" variant="quiet" className="whitespace-nowrap" onClick={() => onApply(row)}>
          {row.isOnNow ? "Switch off" : "Switch on"}
          <span className="sr-only"> {PART_LABELS[row.id]}</span>
        </Button>
      ),
  };
  return (
    <Table
      dense
      caption={`Pages of ${base.slate.length} for this search, one part switched at a time`}
      columns={[...COLUMNS, apply]}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
