/** Keeps a remark for the class's staff to use again. The same words for the same place are kept once. */
import "server-only";
import { type BankEntry, MOST_BANK_COMMENTS, type NewBankComment } from "@/lib/classroom/feedback/bank";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { closed } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { BANK_COLUMNS } from "./read-bank";

export async function saveToBank(
  viewer: Viewer,
  classId: string,
  comment: NewBankComment,
  now: Date,
): Promise<BankEntry> {
  const db = await database();
  return db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STAFF, true);
    const known = await tx.bankComment.findFirst({ where: { classId, ...comment }, select: BANK_COLUMNS });
    if (known) return known;
    if ((await tx.bankComment.count({ where: { classId } })) >= MOST_BANK_COMMENTS)
      throw closed(`${MOST_BANK_COMMENTS} comments are the most that a bank holds. Delete one first.`);
    return tx.bankComment.create({ data: { classId, ...comment, createdAt: now }, select: BANK_COLUMNS });
  });
}
