import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { Table } from "@/components/ui/table";
import { type HeatCell, type HeatStep, heatBounds, heatCells } from "@/lib/charts/heat-layout";
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from "@/lib/classroom/statistics/outcome";
import { shareWords } from "../gradebook/numbers";

/** One hue that grows stronger: read without telling colours apart. Text keeps its contrast on every step in both themes. */
const SHADES: Record<HeatStep, string> = {
  0: "text-ink-2",
  1: "bg-[color-mix(in_oklab,var(--accent)_8%,var(--paper))]",
  2: "bg-[color-mix(in_oklab,var(--accent)_18%,var(--paper))]",
  3: "bg-[color-mix(in_oklab,var(--accent)_28%,var(--paper))]",
  4: "bg-[color-mix(in_oklab,var(--accent)_38%,var(--paper))]",
  5: "bg-[color-mix(in_oklab,var(--accent)_48%,var(--paper))]",
};

export type HeatRow = { pointId: string; text: string; outcomes: Record<Outcome, number> };
type HeatMapProps = {
  rows: readonly HeatRow[];
  /** Where the submissions behind a cell are listed. */
  cellAddress: (pointId: string, outcome: Outcome) => string;
  chosen: { pointId: string; outcome: Outcome } | null;
};

function Legend() {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2" aria-hidden>
      Share of submissions:
      {heatBounds().map(({ step, from, to }) => (
        <span key={step} className="inline-flex items-center gap-1.5 tabular-nums">
          <span className={cx("inline-block size-4 rounded-sm border border-line", SHADES[step])} />
          {Math.round(100 * from)}–{Math.round(100 * to)} %
        </span>
      ))}
    </p>
  );
}

function CountLink({ row, outcome, cell, cellAddress, chosen }: CountLinkProps) {
  if (cell.count === 0) return <span className="block px-3 py-2 text-ink-2">0</span>;
  const isChosen = chosen?.pointId === row.pointId && chosen.outcome === outcome;
  return (
    <Link
      href={cellAddress(row.pointId, outcome)}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
      aria-label={`${OUTCOME_WORDS[outcome]}: ${cell.count} submissions, ${shareWords(cell.share)}. List them.`}
      className={cx(
        "block min-h-6 px-3 py-2 text-ink no-underline hover:underline focus-visible:-outline-offset-2",
        SHADES[cell.step],
        isChosen && "outline-2 -outline-offset-2 outline-ink",
      )}
    >
      {cell.count}
    </Link>
  );
}
type CountLinkProps = Omit<HeatMapProps, "rows"> & { row: HeatRow; outcome: Outcome; cell: HeatCell };

/** The map is a table whose cells carry their numbers: picture and twin in one. */
export function HeatMap({ rows, ...rest }: HeatMapProps) {
  const cells = heatCells(rows.map(({ outcomes }) => OUTCOMES.map((outcome) => outcomes[outcome])));
  return (
    <div className="grid grid-cols-1 gap-2">
      <Legend />
      <Table
        pinned
        dense
        caption="How many submissions missed, contradicted, partly made or made each point. A number leads to the submissions behind it."
        rows={rows}
        rowKey={({ pointId }) => pointId}
        columns={[
          {
            key: "point",
            header: "Point",
            rowHeader: true,
            cell: ({ text }) => <span className="block max-w-36 min-w-32 sm:max-w-2xl">{text}</span>,
          },
          ...OUTCOMES.map((outcome, column) => ({
            key: outcome,
            header: OUTCOME_WORDS[outcome],
            numeric: true,
            className: "min-w-24 [&:is(td)]:p-0!",
            cell: (row: HeatRow, index: number) => (
              <CountLink row={row} outcome={outcome} cell={cells[index]?.[column] as HeatCell} {...rest} />
            ),
          })),
        ]}
      />
    </div>
  );
}
