/** The scoring sheet of one seat. The caller has checked whose seat it is. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { Mark, SheetMark } from "@/lib/learning/scoring-sheet";

export async function readSheet(db: Transaction, seatId: string): Promise<SheetMark[]> {
  const rows = await db.seatMark.findMany({
    where: { seatId },
    select: { pointId: true, mark: true, note: true },
    orderBy: { pointId: "asc" },
  });
  // Written only by saveMark, from validated marks.
  return rows.map((row) => ({ ...row, mark: row.mark as Mark | null }));
}
