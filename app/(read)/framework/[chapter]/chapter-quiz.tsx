import { addDeckAction, answerQuestionAction } from "@/app/(practice)/review/actions";
import { viewOfQuestion } from "@/components/learning/question-view";
import { Quiz } from "@/components/learning/quiz";
import { deckOfChapter } from "@/lib/content/decks";
import type { Chapter } from "@/lib/content/parse";

/** The questions at the end of a chapter, and its cards; nothing where it has none. */
export function ChapterQuiz({ chapter }: { chapter: Chapter }) {
  const deck = deckOfChapter(chapter);
  if (deck.questions.length === 0) return null;
  return (
    <Quiz
      deck={deck.id}
      title="Check yourself"
      of="this chapter"
      questions={deck.questions.map(viewOfQuestion)}
      cardCount={deck.cards.length}
      answer={answerQuestionAction}
      addDeck={addDeckAction}
    />
  );
}
