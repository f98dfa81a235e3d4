/**
 * Takes a grade: the item's memory moves on and the log keeps what it was before. Counted once: the browser names each
 * grade with an id of its own, and with the revision that it saw, so neither a retry nor a second tab counts twice.
 */
import "server-only";
import { findDeck } from "@/lib/content/decks";
import { database, type Transaction } from "@/lib/data/database";
import { conflict, notFound } from "@/lib/errors";
import { DAY_MS } from "@/lib/learning/day";
import type { Grade } from "@/lib/learning/grades";
import { type ItemKey, isCaseDeck, slugOfDeck } from "@/lib/learning/items";
import { type Memory, previewGrades, reviewCard, type Waits } from "@/lib/learning/schedule";
import type { Viewer } from "@/lib/viewer";
import { followPoints } from "./follow-points";
import { memoryOf, ownedKey } from "./item-rows";
import { readSettings } from "./settings";

export type GradeInput = ItemKey & { reviewId: string; revision: number; grade: Grade };
/** What the item is now, and when it would come back the next time, by grade. */
export type Graded = { memory: Memory; revision: number; waits: Waits };

const ELSEWHERE = "This card was graded in another tab or on another device. The next one is shown.";

/** The point of a case that a card belongs to, if it does. */
export function pointOf({ deck, kind, itemId }: ItemKey): { caseSlug: string; pointId: string } | null {
  if (!isCaseDeck(deck) || kind !== "card") return null;
  const pointId = findDeck(deck)?.cards.find(({ id }) => id === itemId)?.point;
  return pointId ? { caseSlug: slugOfDeck(deck), pointId } : null;
}

/** Inside a transaction of its own, or of an answer that is a grade too. */
export async function applyGrade(
  tx: Transaction,
  ownerId: string,
  input: GradeInput,
  now: Date,
): Promise<Graded> {
  const where = ownedKey(ownerId, input);
  // Locked, so that of two equal requests the second one sees what the first has written.
  await tx.$queryRaw`SELECT 1 FROM "ReviewItem" WHERE "ownerId" = ${ownerId} AND "deck" = ${input.deck}
    AND "kind" = ${input.kind} AND "itemId" = ${input.itemId} FOR UPDATE`;
  const row = await tx.reviewItem.findUnique({ where: { ownerId_deck_kind_itemId: where } });
  if (!row) throw notFound("card");
  const before = memoryOf(row);
  const { timeZone } = await readSettings(tx, ownerId);
  // As of when it is due: before that nobody is asked.
  const waitsOf = (memory: Memory) =>
    previewGrades(memory, memory.dueAt > now ? memory.dueAt : now, timeZone);
  const counted = await tx.review.findUnique({ where: { ownerId_id: { ownerId, id: input.reviewId } } });
  if (counted) {
    return { memory: before, revision: row.revision, waits: waitsOf(before) };
  }
  if (row.revision !== input.revision) throw conflict(ELSEWHERE);
  const memory = reviewCard(before, input.grade, now, timeZone);
  const revision = row.revision + 1;
  await tx.reviewItem.update({
    where: { ownerId_deck_kind_itemId: where },
    data: { ...memory, revision, buriedUntil: null },
  });
  await tx.review.create({
    data: {
      ...where,
      id: input.reviewId,
      grade: input.grade,
      at: now,
      elapsedDays: before.lastReviewAt && (now.getTime() - before.lastReviewAt.getTime()) / DAY_MS,
      before,
    },
  });
  const point = pointOf(input);
  if (point) await followPoints(tx, ownerId, { caseSlug: point.caseSlug, pointIds: [point.pointId] });
  return { memory, revision, waits: waitsOf(memory) };
}

export async function gradeItem(viewer: Viewer, input: GradeInput, now: Date): Promise<Graded> {
  const db = await database();
  return db.$transaction((tx) => applyGrade(tx, viewer.userId, input, now));
}
