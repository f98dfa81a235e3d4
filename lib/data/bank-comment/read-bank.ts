/** The comment bank of a class, for its staff. */
import "server-only";
import { type BankEntry, MOST_BANK_COMMENTS } from "@/lib/classroom/feedback/bank";
import { STAFF } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export const BANK_COLUMNS = { id: true, stage: true, pointId: true, body: true, uses: true } as const;

/** The most used first. The caller has checked that the viewer is of the staff; for others it is empty. */
export async function readBank(viewer: Viewer, classId: string): Promise<BankEntry[]> {
  const db = await database();
  return db.bankComment.findMany({
    where: { classId, class: classOf(viewer, STAFF) },
    orderBy: [{ uses: "desc" }, { createdAt: "asc" }],
    take: MOST_BANK_COMMENTS,
    select: BANK_COLUMNS,
  });
}
