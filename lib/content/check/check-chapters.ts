/** Chapters: one per stage, in the framework's order, of readable length, each with what a chapter owes its reader. */
import { checkHeadings } from "@/lib/content/check/check-headings";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { headingsOf, wordCount } from "@/lib/content/markdown";
import { type Chapter, type ContentFiles, parseChapters } from "@/lib/content/parse";
import { STAGES } from "@/lib/framework/stages";

export const CHAPTER_WORDS = { least: 900, most: 3_200 } as const;
export const LEVEL_HEADING = "What mid, senior and staff do";

export function checkChapters(files: ContentFiles, site: Site): ContentError[] {
  const { value, errors } = parseChapters(files);
  const chapters = value ?? [];
  return [...errors, ...checkSet(chapters), ...chapters.flatMap((chapter) => checkChapter(chapter, site))];
}

const fileOf = (chapter: Chapter): string => `framework/${chapter.file}.mdx`;
const report = (file: string, field: string, message: string, line = 1): ContentError => ({
  file,
  line,
  field,
  message,
});

function checkSet(chapters: readonly Chapter[]): ContentError[] {
  const errors: ContentError[] = [];
  for (const stage of STAGES) {
    if (!chapters.some((chapter) => chapter.meta.stage === stage)) {
      errors.push(report("framework", "stage", `No chapter is about the stage "${stage}".`));
    }
  }
  const stagesInOrder = chapters.flatMap((chapter) => chapter.meta.stage ?? []);
  if (
    stagesInOrder.some(
      (stage, index) => STAGES.indexOf(stage) < STAGES.indexOf(stagesInOrder[index - 1] ?? stage),
    )
  ) {
    errors.push(
      report("framework", "order", `The stages' chapters stand in the order ${STAGES.join(", ")}.`),
    );
  }
  chapters.forEach((chapter, index) => {
    const earlier = chapters.slice(0, index);
    if (earlier.some((other) => other.meta.order === chapter.meta.order)) {
      errors.push(report(fileOf(chapter), "order", `Another chapter has the order ${chapter.meta.order}.`));
    }
    if (earlier.some((other) => other.slug === chapter.slug)) {
      errors.push(
        report(fileOf(chapter), "stage", `Another chapter has the address /framework/${chapter.slug}.`),
      );
    }
  });
  return errors;
}

function checkChapter(chapter: Chapter, site: Site): ContentError[] {
  const file = fileOf(chapter);
  const errors: ContentError[] = [];
  const words = wordCount(chapter.text);
  if (words < CHAPTER_WORDS.least || words > CHAPTER_WORDS.most) {
    errors.push(
      report(file, "words", `${words} words; a chapter has ${CHAPTER_WORDS.least} to ${CHAPTER_WORDS.most}.`),
    );
  }
  errors.push(...checkHeadings(file, chapter.text, site));
  if (chapter.meta.stage === null) return errors;
  const names = (site.inspections.get(file)?.elements ?? []).map((element) => element.name);
  if (!names.some((name) => name.endsWith("Figure")))
    errors.push(report(file, "figures", "A stage's chapter has at least one figure."));
  if (!names.includes("Pitfall"))
    errors.push(report(file, "pitfalls", "A stage's chapter has at least one <Pitfall>."));
  if (!headingsOf(chapter.text).some((heading) => heading.text === LEVEL_HEADING)) {
    errors.push(report(file, "headings", `A stage's chapter has the heading "## ${LEVEL_HEADING}".`));
  }
  return errors;
}
