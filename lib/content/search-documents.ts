/**
 * What the command palette searches: one document a section of every text, with its words. What a case's solution,
 * model answers and rubric say is marked as `solution`: it is found only by who asks for solutions.
 */
import { contentFiles, listCases, listChapters, listDecisions, loadGlossary } from "@/lib/content/load";
import { headingsOf } from "@/lib/content/markdown";
import type { Case } from "@/lib/content/parse";
import { plainSections, plainText } from "@/lib/content/plain-text";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import type { SearchDocument, SearchKind } from "@/lib/search/index-file";

export type SearchSource = SearchDocument & { text: string };

type Page = { kind: SearchKind; title: string; path: string; summary?: string };

/** Deeper headings belong to the section above them. */
const SECTION_DEPTH = 3;

/** The page itself, then its sections. What stands before the first heading belongs to the page. */
function pageWithSections(page: Page, text: string): SearchSource[] {
  const { kind, title, path, summary = "" } = page;
  const sections = plainSections(text, SECTION_DEPTH);
  const lead = sections.find(({ heading }) => heading === null)?.text ?? "";
  return [
    { kind, title, path, text: `${summary} ${lead}`.trim() },
    ...sections.flatMap(({ heading, text: section }): SearchSource[] =>
      heading
        ? [{ kind, title: heading.text, path: `${path}#${heading.anchor}`, page: title, text: section }]
        : [],
    ),
  ];
}

const chapterSources = (): SearchSource[] =>
  listChapters().flatMap(({ slug, meta, text }) =>
    pageWithSections(
      { kind: "chapter", title: meta.title, path: `/framework/${slug}`, summary: meta.summary },
      text,
    ),
  );

/** The brief is what a candidate hears first. */
const briefSource = ({ slug, meta }: Case): SearchSource => ({
  kind: "case",
  title: meta.title,
  path: `/cases/${slug}`,
  text: `${meta.summary} ${meta.prompt}`,
});

function solutionSources(found: Case): SearchSource[] {
  const { slug, meta, solution } = found;
  const path = `/cases/${slug}`;
  const [intro, ...sections] = pageWithSections(
    { kind: "solution", title: solution.title, path, summary: solution.summary },
    contentFiles().get(`cases/${slug}/index.mdx`) ?? "",
  );
  const inCase = sections.map((section) => ({ ...section, page: meta.title }));
  return [
    ...(intro ? [{ ...intro, path: `${path}#solution`, page: meta.title }] : []),
    ...inCase,
    ...answerSources(found, path),
    ...pointSources(found, path),
  ];
}

const answerSources = ({ meta, answers }: Case, path: string): SearchSource[] =>
  answers.flatMap(({ frontmatter, stages }) =>
    frontmatter.kind !== "model"
      ? []
      : STAGES.flatMap((stage): SearchSource[] => {
          const text = stages[stage];
          if (!text) return [];
          const title = `${STAGE_INFO[stage].title}: a ${frontmatter.level} answer`;
          const anchor = `answer-${frontmatter.level}-${stage}`;
          return [
            { kind: "solution", title, path: `${path}#${anchor}`, page: meta.title, text: plainText(text) },
          ];
        }),
  );

const pointSources = ({ meta, rubric }: Case, path: string): SearchSource[] =>
  rubric.points.map(({ id, text, why, followUps }) => ({
    kind: "solution",
    title: text,
    path: `${path}#point-${id}`,
    page: meta.title,
    text: [why, ...followUps].join(" "),
  }));

const decisionSources = (): SearchSource[] =>
  listDecisions().flatMap(({ id, meta, text }) =>
    pageWithSections({ kind: "decision", title: meta.title, path: `/decisions/${id}` }, text),
  );

const termSources = (): SearchSource[] =>
  Object.entries(loadGlossary()).map(([id, { term, also, short, more }]) => ({
    kind: "term",
    title: term,
    path: `/glossary#${id}`,
    ...(also.length > 0 && { also: also.join(", ") }),
    text: plainText(`${short} ${more ?? ""}`),
  }));

/** Everything that can be found, in reading order. */
export function searchSources(): SearchSource[] {
  const cases = listCases();
  return [
    ...chapterSources(),
    ...cases.map(briefSource),
    ...cases.flatMap(solutionSources),
    ...termSources(),
    ...decisionSources(),
  ];
}

/** Path of every chapter and of its headings -> title. */
export const headingTitles = (): Map<string, string> =>
  new Map(
    listChapters().flatMap(({ slug, meta, text }) => {
      const path = `/framework/${slug}`;
      const headings = headingsOf(text).filter(({ depth }) => depth <= SECTION_DEPTH);
      return [
        [path, meta.title] as const,
        ...headings.map(({ anchor, text: title }) => [`${path}#${anchor}`, title] as const),
      ];
    }),
  );
