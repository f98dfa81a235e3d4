/** Labels of click data: 0 and 1, or -1 and 1 as libfm's own files write them. */

const LABELS = new Map<string, 0 | 1>([
  ["0", 0],
  ["1", 1],
  ["-1", 0],
  ["+1", 1],
]);

/** Null when the cell is no label. "1.0" is 1. */
export const parseClickLabel = (cell: string): 0 | 1 | null =>
  LABELS.get(cell.trim().replace(/\.0*$/, "")) ?? null;
