/** What a student's assignments come to, weighted by the points possible of each. */
import { weightedPercent } from "@/lib/classroom/score";
import type { Cell } from "./cell";

export type CellBeside = { pointsPossible: number; cell: Cell };

/** What a cell adds to the total: its grade; nothing for what is missing; null where it does not count yet. */
export const countedPercent = ({ state, percent }: Cell): number | null =>
  percent === null && state === "missing" ? 0 : percent;

/**
 * Weighted mean of what is graded or missing, 0 to 100; what is excused, running, not graded or hidden is left out of
 * both sides. Null while nothing counts.
 */
export function totalPercent(cells: readonly CellBeside[]): number | null {
  const counted = cells.flatMap(({ pointsPossible, cell }) => {
    const percent = countedPercent(cell);
    return percent === null ? [] : [{ weight: pointsPossible, credit: percent / 100 }];
  });
  return counted.length === 0 ? null : weightedPercent(counted);
}

/** In points of the assignment, to two decimals. */
export const pointsOf = (percent: number, pointsPossible: number): number =>
  Math.round(percent * pointsPossible) / 100;
