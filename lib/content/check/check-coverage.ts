/**
 * Whether everything is practised: each rubric point by two cards and a question, and by a question of another case
 * that leads to the same chapter (transfer); each chapter by a quiz.
 */
import type { ContentError } from "@/lib/content/errors";
import {
  type Case,
  type ContentFiles,
  caseCardsFile,
  caseSlugs,
  chapterCardsFile,
  parseCards,
  parseCase,
  parseChapters,
} from "@/lib/content/parse";
import { positionIn } from "@/lib/content/yaml";

export const CARDS_PER_POINT = 2;
export const QUIZ = { least: 5, most: 8 } as const;
export const CHAPTER_CARDS = { least: 6, most: 12 } as const;

export function checkCoverage(files: ContentFiles): ContentError[] {
  const slugs = caseSlugs(files);
  const cases = slugs.flatMap((slug) => parseCase(files, slug).value ?? []);
  // A case that cannot be read would be missed by all others.
  if (cases.length < slugs.length) return checkQuizzes(files);
  return [...cases.flatMap((found) => checkPoints(found, cases, files)), ...checkQuizzes(files)];
}

const chapterOf = (link: string): string => link.split("#")[0] ?? link;

function checkPoints(found: Case, cases: readonly Case[], files: ContentFiles): ContentError[] {
  const rubric = `cases/${found.slug}/rubric.yaml`;
  const { cards = [], questions = [] } = parseCards(files, caseCardsFile(found.slug)).value ?? {};
  const elsewhere = new Set(
    cases.filter(({ slug }) => slug !== found.slug).flatMap((other) => chaptersAskedAbout(other, files)),
  );
  return found.rubric.points.flatMap((point, index) => {
    const problems: string[] = [];
    const own = cards.filter((card) => card.point === point.id).length;
    if (own < CARDS_PER_POINT)
      problems.push(`${own} cards teach ${point.id}; a point has ${CARDS_PER_POINT}.`);
    if (!questions.some((question) => question.point === point.id))
      problems.push(`No question applies ${point.id}.`);
    if (!elsewhere.has(chapterOf(point.chapter)))
      problems.push(
        `No question of another case leads to ${chapterOf(point.chapter)}, to check that ${point.id} transfers.`,
      );
    return problems.map((message) => ({
      file: rubric,
      ...positionIn(files.get(rubric) ?? "", ["points", index, "id"]),
      field: `points[${index}]`,
      message,
    }));
  });
}

function chaptersAskedAbout({ slug, rubric }: Case, files: ContentFiles): string[] {
  const asked = new Set(
    (parseCards(files, caseCardsFile(slug)).value?.questions ?? []).map(({ point }) => point),
  );
  return rubric.points.filter(({ id }) => asked.has(id)).map(({ chapter }) => chapterOf(chapter));
}

function checkQuizzes(files: ContentFiles): ContentError[] {
  return (parseChapters(files).value ?? []).flatMap((chapter) => {
    const file = chapterCardsFile(chapter.file);
    const { cards = [], questions = [] } = parseCards(files, file).value ?? {};
    const within = (field: string, count: number, { least, most }: { least: number; most: number }) =>
      count >= least && count <= most
        ? []
        : [{ file, line: 1, field, message: `${count}; a chapter has ${least} to ${most}.` }];
    return [...within("questions", questions.length, QUIZ), ...within("cards", cards.length, CHAPTER_CARDS)];
  });
}
