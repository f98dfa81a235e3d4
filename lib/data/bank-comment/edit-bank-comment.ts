/** Changes the words of a remark in the bank, if they are still the ones that were read. What was said with it stays. */
import "server-only";
import type { BankEntry } from "@/lib/classroom/feedback/bank";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { BANK_COLUMNS } from "./read-bank";

export type BankEdit = { bankCommentId: string; before: string; body: string };

export async function editBankComment(viewer: Viewer, classId: string, edit: BankEdit): Promise<BankEntry> {
  const db = await database();
  const where = { id: edit.bankCommentId, classId };
  return db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STAFF, true);
    const { count } = await tx.bankComment.updateMany({
      where: { ...where, body: edit.before },
      data: { body: edit.body },
    });
    const row = await tx.bankComment.findFirst({ where, select: BANK_COLUMNS });
    if (!row) throw notFound("comment of the bank");
    if (count === 0) throw conflict(`Somebody changed it meanwhile. It now says: “${row.body}”`);
    return row;
  });
}
