/** Missed points whose question from another case may be asked now, each with its question. */
import "server-only";
import { listApplications } from "@/lib/content/decks";
import { listCases } from "@/lib/content/load";
import type { Transaction } from "@/lib/data/database";
import { caseDeck } from "@/lib/learning/items";
import { type Application, transferQuestion } from "@/lib/learning/missed-points";

export type DueTransfer = { caseSlug: string; pointId: string; question: Application };

const keyOf = ({ deck, itemId }: { deck: string; itemId: string }): string => `${deck}#${itemId}`;

/** Two points never get the same question; a point for which none is left is passed over. */
export async function dueTransfers(db: Transaction, ownerId: string, now: Date): Promise<DueTransfer[]> {
  const points = await db.missedPoint.findMany({
    where: { ownerId, transferDueAt: { lte: now } },
    orderBy: [{ transferDueAt: "asc" }, { caseSlug: "asc" }, { pointId: "asc" }],
    select: { caseSlug: true, pointId: true },
  });
  if (points.length === 0) return [];
  const answers = await db.questionAnswer.findMany({
    where: { ownerId },
    select: { deck: true, itemId: true, purpose: true },
  });
  const seen = new Set(answers.map(keyOf));
  const asked = new Set(answers.filter(({ purpose }) => purpose === "transfer").map(keyOf));
  const rubrics = new Map(listCases().map(({ slug, rubric }) => [slug, rubric.points]));
  const applications = listApplications();
  return points.flatMap(({ caseSlug, pointId }) => {
    const point = rubrics.get(caseSlug)?.find(({ id }) => id === pointId);
    if (!point) return [];
    const query = { deck: caseDeck(caseSlug), level: point.level, chapter: point.chapter };
    const question = transferQuestion(query, applications, {
      isAsked: (application) => asked.has(keyOf(application)),
      isSeen: (application) => seen.has(keyOf(application)),
    });
    if (!question) return [];
    asked.add(keyOf(question));
    return [{ caseSlug, pointId, question }];
  });
}
