import Link from "next/link";
import { Meter } from "@/components/ui/meter";
import type { QuizProgress } from "@/lib/data/learning/read-quizzes";
import type { ReadingProgressSum } from "@/lib/data/progress/read-progress";
import { ProgressSection } from "./section";

function Quizzes({ quizzes }: { quizzes: readonly QuizProgress[] }) {
  if (quizzes.length === 0) {
    return <p className="text-sm text-ink-2">No quiz yet: there is one at the end of each chapter.</p>;
  }
  return (
    <ul className="grid gap-2 text-sm tabular-nums" aria-label="Quizzes">
      {quizzes.map(({ deck, title, path, questions, answered, right }) => (
        <li key={deck} className="flex justify-between gap-4">
          <Link href={path} className="text-accent underline underline-offset-2">
            {title}
          </Link>
          <span className="whitespace-nowrap text-ink-2">
            {right} right of {questions}
            {answered < questions && `, ${questions - answered} open`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Texts read and quizzes answered. */
export function ReadingState({
  reading,
  quizzes,
}: {
  reading: ReadingProgressSum;
  quizzes: readonly QuizProgress[];
}) {
  const { texts, finished, begun, resume } = reading;
  const words = `${finished} of ${texts} texts finished${begun > 0 ? `, ${begun} begun` : ""}`;
  return (
    <ProgressSection id="reading" title="Reading and quizzes">
      <div className="grid gap-2 text-sm tabular-nums">
        <p>{words}.</p>
        <Meter label="Texts finished" value={finished} max={texts} valueText={words} />
        <p>
          {resume ? (
            <>
              Go on with{" "}
              <Link href={resume.href} className="text-accent underline underline-offset-2">
                {resume.title}
              </Link>
              .
            </>
          ) : (
            <Link href="/framework" className="text-accent underline underline-offset-2">
              All chapters
            </Link>
          )}
        </p>
      </div>
      <Quizzes quizzes={quizzes} />
    </ProgressSection>
  );
}
