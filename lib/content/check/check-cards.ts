/** Cards and questions: readable, ids unique in their file, each of a case's belonging to one of its points. */
import type { ContentError } from "@/lib/content/errors";
import {
  type ContentFiles,
  caseCardsFile,
  caseSlugs,
  chapterCardsFile,
  parseCards,
  parseCase,
  parseChapters,
} from "@/lib/content/parse";
import type { Question } from "@/lib/content/schemas/cards";
import { positionIn } from "@/lib/content/yaml";

export function checkCards(files: ContentFiles): ContentError[] {
  const ofCases = caseSlugs(files).flatMap((slug) => {
    // A case that cannot be read has its own errors, and no points to hold cards against.
    const points = parseCase(files, slug).value?.rubric.points;
    return points ? checkFile(files, caseCardsFile(slug), new Set(points.map(({ id }) => id))) : [];
  });
  const chapters = parseChapters(files).value ?? [];
  return [...ofCases, ...chapters.flatMap(({ file }) => checkFile(files, chapterCardsFile(file), null))];
}

/** `points` is null for a chapter, whose cards belong to none. */
function checkFile(files: ContentFiles, file: string, points: ReadonlySet<string> | null): ContentError[] {
  const { value, errors } = parseCards(files, file);
  const found: ContentError[] = [...errors];
  const seen = new Set<string>();
  for (const list of ["cards", "questions"] as const) {
    (value?.[list] ?? []).forEach(({ id, point }, index) => {
      const report = (field: string, message: string) =>
        found.push({
          file,
          ...positionIn(files.get(file) ?? "", [list, index, field]),
          field: `${list}[${index}].${field}`,
          message,
        });
      if (seen.has(id)) report("id", `Another card or question of this file has the id ${id}.`);
      seen.add(id);
      if (points && (point === undefined || !points.has(point)))
        report("point", "Name the point of rubric.yaml that this teaches.");
      if (!points && point !== undefined) report("point", "What a chapter teaches belongs to no point.");
    });
  }
  return [...found, ...checkHabits(file, value?.questions ?? [])];
}

const SHOWN_BY_HABIT = 0.75;
/** So much longer than every other option is seen at a glance. */
const VISIBLY_LONGER = 1.15;

/** A reader who knows nothing must not find the right option by its place or by its length. */
function checkHabits(file: string, questions: readonly Question[]): ContentError[] {
  if (questions.length < 5) return [];
  const share = (holds: (options: Question["options"], right: number) => boolean) =>
    questions.filter(({ options }) =>
      holds(
        options,
        options.findIndex((option) => option.right),
      ),
    ).length / questions.length;
  const report = (message: string): ContentError => ({ file, line: 1, field: "questions", message });
  const isLongest = (options: Question["options"], right: number) =>
    options.every(
      ({ text }, index) =>
        index === right || VISIBLY_LONGER * text.length < (options[right]?.text.length ?? 0),
    );
  const places = [0, 1, 2, 3, 4].filter((place) => share((_, right) => right === place) > SHOWN_BY_HABIT);
  return [
    ...places.map((place) => report(`The right option nearly always has place ${place + 1}.`)),
    ...(share(isLongest) > SHOWN_BY_HABIT
      ? [report("The right option is nearly always visibly the longest.")]
      : []),
  ];
}
