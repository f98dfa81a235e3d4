/** Everything that the progress page shows of a person, and what follows from it. Nobody's progress is a newcomer's. */
import "server-only";
import { listCases, listChapters } from "@/lib/content/load";
import { headingTitles } from "@/lib/content/search-documents";
import { type Learning, readLearning } from "@/lib/data/learning/read-learning";
import { type QuizProgress, readQuizzes } from "@/lib/data/learning/read-quizzes";
import { loadReading } from "@/lib/data/reading/load-reading";
import type { Attempt } from "@/lib/learning/attempts";
import { type Step, whatNext } from "@/lib/learning/what-next";
import { EMPTY_READING, type Reading } from "@/lib/reading/reading";
import { placeOf, resumeFrom } from "@/lib/reading/resume";
import type { Viewer } from "@/lib/viewer";
import { readAttempts, readOpenInterview } from "./read-attempts";

export type ReadingProgressSum = {
  texts: number;
  finished: number;
  begun: number;
  resume: { href: string; title: string } | null;
};
export type Progress = {
  steps: Step[];
  /** The oldest first. */
  attempts: Attempt[];
  learning: Learning | null;
  quizzes: QuizProgress[];
  reading: ReadingProgressSum;
  /** Words of each followed point, by `<case>#<point>`. */
  pointTexts: ReadonlyMap<string, string>;
};

function sumReading(reading: Reading): ReadingProgressSum {
  const titles = new Map<string, string>([
    ...listChapters().map(({ slug, meta }) => [`/framework/${slug}`, meta.title] as const),
    ...listCases().map(({ slug, meta }) => [`/cases/${slug}`, meta.title] as const),
  ]);
  const known = reading.progress.filter(({ path }) => titles.has(path));
  const finished = known.filter(({ isFinished }) => isFinished).length;
  const last = resumeFrom(reading, [...titles.keys()]);
  const resume = last && { href: placeOf(last), title: titles.get(last.path) ?? last.path };
  return { texts: titles.size, finished, begun: known.length - finished, resume };
}

/** The case that the home page starts with. */
const FIRST_CASE = "video-recommendation";

/** Cases in the order in which they are proposed. */
const casesToTry = () =>
  listCases().sort((a, b) => Number(b.slug === FIRST_CASE) - Number(a.slug === FIRST_CASE));

export async function readProgress(viewer: Viewer | null, now: Date): Promise<Progress> {
  const [attempts, running, learning, quizzes, kept] = viewer
    ? await Promise.all([
        readAttempts(viewer),
        readOpenInterview(viewer),
        readLearning(viewer, now),
        readQuizzes(viewer),
        loadReading(viewer),
      ])
    : ([[], null, null, [], EMPTY_READING] as const);
  const cases = casesToTry();
  const reading = sumReading(kept);
  const titleOf = (slug: string) => cases.find((one) => one.slug === slug)?.meta.title ?? slug;
  const steps = whatNext({
    attempts,
    open: running && { interviewId: running.interviewId, caseTitle: titleOf(running.caseSlug) },
    dueCards: learning?.due ?? 0,
    cases: cases.map(({ slug, meta }) => ({ slug, title: meta.title })),
    reading: reading.resume,
    headings: headingTitles(),
  });
  const pointTexts = new Map(
    cases.flatMap(({ slug, rubric }) =>
      rubric.points.map(({ id, text }) => [`${slug}#${id}`, text] as const),
    ),
  );
  return { steps, attempts: [...attempts], learning, quizzes: [...quizzes], reading, pointTexts };
}
