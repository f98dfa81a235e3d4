import { cx } from "@/components/ui/cx";
import { CELL_STATE_WORDS, type Cell, type CellState } from "@/lib/classroom/gradebook/cell";
import { pointsOf } from "@/lib/classroom/gradebook/total";
import { lateWords } from "@/lib/classroom/late-words";

const QUIET: readonly CellState[] = ["not-released", "not-started", "excused", "running"];

/** A grade in points with its state under it, or the state alone. */
export function CellView({ cell, pointsPossible }: { cell: Cell; pointsPossible: number }) {
  const { state, percent, lateSeconds } = cell;
  const isBad = state === "missing" || state === "overdue";
  return (
    <>
      {percent !== null && <span className="block">{pointsOf(percent, pointsPossible)}</span>}
      <span
        className={cx(
          percent === null ? "text-sm" : "text-xs",
          isBad ? "text-bad" : QUIET.includes(state) || percent !== null ? "text-ink-2" : "text-ink",
        )}
      >
        {CELL_STATE_WORDS[state]}
      </span>
      {lateSeconds !== null && lateSeconds > 0 && (
        <span className="block text-xs text-warn">late by {lateWords(lateSeconds)}</span>
      )}
    </>
  );
}
