/** Takes a remark out of the class's bank. Comments that were made of it stay. Deleting it twice is no mistake. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export async function deleteBankComment(
  viewer: Viewer,
  classId: string,
  bankCommentId: string,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STAFF, true);
    await tx.bankComment.deleteMany({ where: { id: bankCommentId, classId } });
  });
}
