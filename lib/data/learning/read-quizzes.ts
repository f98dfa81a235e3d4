/** How far a person is in the quizzes at chapter ends: what they chose last counts. */
import "server-only";
import { listDecks } from "@/lib/content/decks";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export type QuizProgress = {
  deck: string;
  title: string;
  path: string;
  questions: number;
  answered: number;
  right: number;
};

/** Quizzes that were begun, in the order of the chapters. */
export async function readQuizzes(viewer: Viewer): Promise<QuizProgress[]> {
  const db = await database();
  const answers = await db.questionAnswer.findMany({
    where: { ownerId: viewer.userId, purpose: "quiz" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { deck: true, itemId: true, isRight: true },
  });
  return listDecks().flatMap(({ id, title, path, questions }) => {
    const last = new Map(
      answers.filter(({ deck }) => deck === id).map(({ itemId, isRight }) => [itemId, isRight]),
    );
    const known = questions.flatMap((question) => last.get(question.id) ?? []);
    if (known.length === 0) return [];
    const right = known.filter((isRight) => isRight).length;
    return [{ deck: id, title, path, questions: questions.length, answered: known.length, right }];
  });
}
