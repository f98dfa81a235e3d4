/** Takes back the last grade of an item: its memory is again what the log says it was. The grade stays in the log. */
import "server-only";
import { database } from "@/lib/data/database";
import { conflict, notFound } from "@/lib/errors";
import { ITEM_KINDS } from "@/lib/learning/items";
import { type Memory, memorySchema, previewGrades } from "@/lib/learning/schedule";
import type { Viewer } from "@/lib/viewer";
import { followPoints } from "./follow-points";
import { type Graded, pointOf } from "./grade-item";
import { memoryOf, ownedKey } from "./item-rows";
import { readSettings } from "./settings";

/** `undoId` names this undoing, so that a retry does nothing more; `revision` is the one that the grade made. */
export type UndoInput = { undoId: string; reviewId: string; revision: number };

export async function undoGrade(viewer: Viewer, input: UndoInput, now: Date): Promise<Graded> {
  const ownerId = viewer.userId;
  const db = await database();
  return db.$transaction(async (tx) => {
    const review = await tx.review.findUnique({ where: { ownerId_id: { ownerId, id: input.reviewId } } });
    const kind = ITEM_KINDS.find((known) => known === review?.kind);
    if (!review || !kind || review.undoesId) throw notFound("grade");
    const where = ownedKey(ownerId, { deck: review.deck, kind, itemId: review.itemId });
    await tx.$queryRaw`SELECT 1 FROM "ReviewItem" WHERE "ownerId" = ${ownerId} AND "deck" = ${review.deck}
      AND "kind" = ${kind} AND "itemId" = ${review.itemId} FOR UPDATE`;
    const row = await tx.reviewItem.findUnique({ where: { ownerId_deck_kind_itemId: where } });
    if (!row) throw notFound("card");
    const undone = await tx.review.findFirst({ where: { ownerId, undoesId: review.id } });
    const { timeZone } = await readSettings(tx, ownerId);
    const waitsOf = (memory: Memory) => previewGrades(memory, now, timeZone);
    if (undone) return { memory: memoryOf(row), revision: row.revision, waits: waitsOf(memoryOf(row)) };
    if (row.revision !== input.revision)
      throw conflict("This card was graded again since, so the older grade cannot be undone.");
    const memory = memorySchema.parse(review.before);
    const revision = row.revision + 1;
    await tx.reviewItem.update({
      where: { ownerId_deck_kind_itemId: where },
      data: { ...memory, revision },
    });
    const { grade, elapsedDays } = review;
    const before = memoryOf(row);
    await tx.review.create({
      data: { ...where, id: input.undoId, grade, at: now, elapsedDays, before, undoesId: review.id },
    });
    const point = pointOf({ deck: review.deck, kind, itemId: review.itemId });
    if (point) await followPoints(tx, ownerId, { caseSlug: point.caseSlug, pointIds: [point.pointId] });
    return { memory, revision, waits: waitsOf(memory) };
  });
}
