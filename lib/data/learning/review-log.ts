/** The log of reviews: grades that stand, without those that were taken back. */
import "server-only";

type Entry = { id: string; undoesId: string | null };

export function dropUndone<Row extends Entry>(log: readonly Row[]): Row[] {
  const undone = new Set(log.map(({ undoesId }) => undoesId));
  return log.filter(({ id, undoesId }) => undoesId === null && !undone.has(id));
}
