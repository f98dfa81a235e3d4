/** Everything kept of one person's learning, as it is stored: theirs to take away. */
import "server-only";
import { database } from "@/lib/data/database";
import { RELEASED } from "@/lib/data/submission/released";
import type { Viewer } from "@/lib/viewer";

export async function exportLearning(viewer: Viewer) {
  const db = await database();
  const where = { ownerId: viewer.userId };
  const omit = { ownerId: true } as const;
  const [settings, items, reviews, answers, missedPoints, selfScores] = await Promise.all([
    db.learningSettings.findUnique({ where, omit }),
    db.reviewItem.findMany({ where, omit, orderBy: [{ addedAt: "asc" }, { itemId: "asc" }] }),
    db.review.findMany({ where, omit, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.questionAnswer.findMany({ where, omit, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.missedPoint.findMany({ where, omit, orderBy: [{ missedAt: "asc" }, { pointId: "asc" }] }),
    db.selfScores.findMany({
      where: { interview: { ...where, ...RELEASED } },
      orderBy: { revealedAt: "asc" },
    }),
  ]);
  return { format: 1, settings, items, reviews, answers, missedPoints, selfScores };
}
