/** The cards of what a report found missing: how many there are, and taking them up. */
import "server-only";
import { loadCaseCards } from "@/lib/content/load";
import { database, type Transaction } from "@/lib/data/database";
import { loadReport } from "@/lib/data/report/load-report";
import { notFound } from "@/lib/errors";
import type { Report } from "@/lib/grading/report/schema";
import { caseDeck, type ItemKey } from "@/lib/learning/items";
import { missedOf } from "@/lib/learning/missed-points";
import type { Viewer } from "@/lib/viewer";
import { followPoints } from "./follow-points";
import { insertItems } from "./insert-items";
import { saveSettings } from "./settings";

export type MissedCards = {
  deck: string;
  /** Cards by point, of the points that were missed and have any. */
  byPoint: ReadonlyMap<string, number>;
  /** All of these cards, and how many of them the person does not have yet. */
  total: number;
  toAdd: number;
};

/** Cards of missed points in the order in which they are added: the heaviest loss first. */
function keysOf(report: Report): (ItemKey & { pointId: string })[] {
  const { caseSlug } = report.setup;
  const { cards } = loadCaseCards(caseSlug);
  return missedOf(report.points).flatMap((point) =>
    cards
      .filter((card) => card.point === point.id)
      .map(({ id }) => ({ deck: caseDeck(caseSlug), kind: "card", itemId: id, pointId: point.id })),
  );
}

export async function readMissedCards(viewer: Viewer, report: Report): Promise<MissedCards> {
  const keys = keysOf(report);
  const deck = caseDeck(report.setup.caseSlug);
  const db = await database();
  const had = await db.reviewItem.count({
    where: { ownerId: viewer.userId, deck, kind: "card", itemId: { in: keys.map(({ itemId }) => itemId) } },
  });
  const byPoint = new Map<string, number>();
  for (const { pointId } of keys) byPoint.set(pointId, (byPoint.get(pointId) ?? 0) + 1);
  return { deck, byPoint, total: keys.length, toAdd: keys.length - had };
}

/** Each missed point is followed from this report on, unless a newer one has been. */
async function followFrom(
  tx: Transaction,
  ownerId: string,
  interviewId: string,
  report: Report,
): Promise<void> {
  const { caseSlug } = report.setup;
  const missedAt = new Date(report.submittedAtMs);
  const pointIds = missedOf(report.points).map(({ id }) => id);
  await tx.missedPoint.createMany({
    data: pointIds.map((pointId) => {
      return { ownerId, caseSlug, pointId, interviewId, missedAt, since: missedAt, status: "missed" };
    }),
    skipDuplicates: true,
  });
  await tx.missedPoint.updateMany({
    where: { ownerId, caseSlug, pointId: { in: pointIds }, missedAt: { lt: missedAt } },
    data: { interviewId, missedAt },
  });
  await followPoints(tx, ownerId, { caseSlug, pointIds });
}

/** @returns how many cards were not there before. */
export async function addMissedCards(
  viewer: Viewer,
  input: { interviewId: string; timeZone: string },
  now: Date,
): Promise<{ added: number }> {
  const report = await loadReport(viewer, input.interviewId);
  if (!report) throw notFound("report");
  await saveSettings(viewer, { timeZone: input.timeZone });
  const db = await database();
  return db.$transaction(async (tx) => {
    const keys = keysOf(report).map(({ pointId: _, ...key }) => key);
    const added = await insertItems(tx, viewer.userId, keys, now);
    await followFrom(tx, viewer.userId, input.interviewId, report);
    return { added };
  });
}
