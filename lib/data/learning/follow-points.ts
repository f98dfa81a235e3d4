/** Brings the stored progress of missed points up to what the logs say: after grades, answers and reports. */
import "server-only";
import { loadCaseCards } from "@/lib/content/load";
import type { Transaction } from "@/lib/data/database";
import { type Grade, isRecalled } from "@/lib/learning/grades";
import { caseDeck } from "@/lib/learning/items";
import { followPoint, type PointEvent } from "@/lib/learning/missed-points";
import { dropUndone } from "./review-log";

type Followed = { caseSlug: string; pointIds: readonly string[] };

/** Points that nobody missed are passed over. */
export async function followPoints(
  db: Transaction,
  ownerId: string,
  { caseSlug, pointIds }: Followed,
): Promise<void> {
  const points = await db.missedPoint.findMany({
    where: { ownerId, caseSlug, pointId: { in: [...pointIds] } },
  });
  if (points.length === 0) return;
  const deck = caseDeck(caseSlug);
  const { cards } = loadCaseCards(caseSlug);
  const earliest = new Date(Math.min(...points.map(({ missedAt }) => missedAt.getTime())));
  const [log, answers] = await Promise.all([
    db.review.findMany({ where: { ownerId, deck, kind: "card", at: { gte: earliest } } }),
    db.questionAnswer.findMany({
      where: { ownerId, purpose: "transfer", caseSlug, at: { gte: earliest } },
      select: { pointId: true, isRight: true, at: true },
    }),
  ]);
  const reviews = dropUndone(log);
  for (const { pointId, missedAt, madeAt } of points) {
    const cardIds = cards.filter(({ point }) => point === pointId).map(({ id }) => id);
    const events: PointEvent[] = [
      { kind: "missed", at: missedAt },
      ...(madeAt && madeAt > missedAt ? [{ kind: "made" as const, at: madeAt }] : []),
      ...reviews
        .filter(({ itemId, at }) => cardIds.includes(itemId) && at >= missedAt)
        .map(({ itemId, grade, at }) => {
          return { kind: "graded" as const, itemId, recalled: isRecalled(grade as Grade), at };
        }),
      ...answers
        .filter((answer) => answer.pointId === pointId && answer.at >= missedAt)
        .map(({ isRight, at }) => ({ kind: "transfer" as const, right: isRight, at })),
    ];
    await db.missedPoint.update({
      where: { ownerId_caseSlug_pointId: { ownerId, caseSlug, pointId } },
      data: followPoint(cardIds, events),
    });
  }
}
