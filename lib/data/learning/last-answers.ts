/** How a person last answered the questions of a quiz, one answer a question; reviews of them are counted elsewhere. */
import "server-only";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export type LastAnswers = { answered: number; right: number; at: Date | null };

export async function lastAnswers(viewer: Viewer, deck: string): Promise<LastAnswers> {
  const db = await database();
  const answers = await db.questionAnswer.findMany({
    where: { ownerId: viewer.userId, deck, purpose: "quiz" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    distinct: ["itemId"],
    select: { isRight: true, at: true },
  });
  const right = answers.filter(({ isRight }) => isRight).length;
  return { answered: answers.length, right, at: answers[0]?.at ?? null };
}
