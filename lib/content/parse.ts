/**
 * From the text of content files to typed values. Works on a snapshot (path below content/ -> text), so that the
 * loader, the check and its tests all read the same way. Each function reports all errors of what it reads.
 */
import type { z } from "zod";
import type { ContentError, Parsed } from "@/lib/content/errors";
import { sectionsOf, splitFrontmatter } from "@/lib/content/markdown";
import { type CardsFile, cardsFileSchema } from "@/lib/content/schemas/cards";
import {
  type AnswerFrontmatter,
  answerFrontmatterSchema,
  type CaseMeta,
  type ChapterMeta,
  caseSchema,
  chapterFrontmatterSchema,
  type DecisionMeta,
  decisionFrontmatterSchema,
  solutionFrontmatterSchema,
} from "@/lib/content/schemas/case";
import {
  type InterviewerScript,
  interviewerSchema,
  type SharedScript,
  sharedScriptSchema,
} from "@/lib/content/schemas/interviewer";
import { type Rubric, rubricSchema } from "@/lib/content/schemas/rubric";
import { parseYaml } from "@/lib/content/yaml";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES, type Stage } from "@/lib/framework/stages";

/** Path below content/ (forward slashes) -> text. */
export type ContentFiles = ReadonlyMap<string, string>;

export type Answer = { name: string; frontmatter: AnswerFrontmatter; stages: Partial<Record<Stage, string>> };
export type Solution = z.infer<typeof solutionFrontmatterSchema>;
export type Case = {
  slug: string;
  meta: CaseMeta;
  solution: Solution;
  rubric: Rubric;
  interviewer: InterviewerScript;
  answers: Answer[];
};
/** `slug` is the URL part: the stage key, or the file's own name for chapters around the stages. `file` is relative, without .mdx. */
export type Chapter = { slug: string; file: string; meta: ChapterMeta; text: string };
export type Decision = { id: string; meta: DecisionMeta; text: string };

/** Reads a file with `read`, or reports that it is missing. */
function parseFile<T>(files: ContentFiles, file: string, read: (text: string) => Parsed<T>): Parsed<T> {
  const text = files.get(file);
  if (text !== undefined) return read(text);
  return { value: null, errors: [{ file, line: 1, field: "file", message: "This file is missing." }] };
}

type Remembered = { text: string; parsed: Parsed<unknown> };
// Every rule asks for the same few files, and reading YAML is most of what it takes.
const remembered = new WeakMap<z.ZodType, Map<string, Remembered>>();

/** Parses once for each text of a file: values are shared, so nobody changes them. */
function parseOnce<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const byFile = remembered.get(schema) ?? new Map<string, Remembered>();
  remembered.set(schema, byFile);
  const known = byFile.get(file);
  if (known?.text === text) return known.parsed as Parsed<T>;
  const parsed = parseYaml(file, text, schema);
  byFile.set(file, { text, parsed });
  return parsed;
}

export const parseYamlFile = <T>(files: ContentFiles, file: string, schema: z.ZodType<T>): Parsed<T> =>
  parseFile(files, file, (text) => parseOnce(file, text, schema));

/** The front matter of a Markdown or MDX file. */
export const parseFrontmatter = <T>(files: ContentFiles, file: string, schema: z.ZodType<T>): Parsed<T> =>
  parseFile(files, file, (text) => {
    const { yaml } = splitFrontmatter(text);
    if (yaml !== null) return parseYaml(file, yaml, schema);
    return {
      value: null,
      errors: [
        {
          file,
          line: 1,
          field: "front matter",
          message: "Start the file with front matter between two lines of ---.",
        },
      ],
    };
  });

/** Slugs of the folders below cases/, sorted. */
export function caseSlugs(files: ContentFiles): string[] {
  const slugs = [...files.keys()].flatMap((path) => /^cases\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(slugs)].sort();
}

/** A whole case: its five kinds of files. */
export function parseCase(files: ContentFiles, slug: string): Parsed<Case> {
  const folder = `cases/${slug}`;
  const meta = parseYamlFile(files, `${folder}/case.yaml`, caseSchema);
  const solution = parseFrontmatter(files, `${folder}/index.mdx`, solutionFrontmatterSchema);
  const rubric = parseYamlFile(files, `${folder}/rubric.yaml`, rubricSchema);
  const interviewer = parseYamlFile(files, `${folder}/interviewer.yaml`, interviewerSchema);
  const answers = pathsIn(files, `${folder}/answers/`, ".md").map((file) => parseAnswer(files, file));
  const errors = [meta, solution, rubric, interviewer, ...answers].flatMap((part) => part.errors);
  if (!meta.value || !solution.value || !rubric.value || !interviewer.value) return { value: null, errors };
  return {
    value: {
      slug,
      meta: meta.value,
      solution: solution.value,
      rubric: rubric.value,
      interviewer: interviewer.value,
      answers: answers.flatMap((answer) => answer.value ?? []),
    },
    errors,
  };
}

export const SHARED_SCRIPT_FILE = "interviewer.yaml";

/** What the interviewer asks and understands in every case. */
export const parseSharedScript = (files: ContentFiles): Parsed<SharedScript> =>
  parseYamlFile(files, SHARED_SCRIPT_FILE, sharedScriptSchema);

/** Cards and questions of a case (`cases/<slug>/cards.yaml`) or a chapter (`framework/<file>.cards.yaml`); none without the file. */
export function parseCards(files: ContentFiles, file: string): Parsed<CardsFile> {
  if (!files.has(file)) return { value: { cards: [], questions: [] }, errors: [] };
  return parseYamlFile(files, file, cardsFileSchema);
}
export const caseCardsFile = (slug: string): string => `cases/${slug}/cards.yaml`;
export const chapterCardsFile = (file: string): string => `framework/${file}.cards.yaml`;

/** An answer: front matter and one `## <stage>` section per stage, in the framework's order. */
function parseAnswer(files: ContentFiles, file: string): Parsed<Answer> {
  const frontmatter = parseFrontmatter(files, file, answerFrontmatterSchema);
  const errors: ContentError[] = [...frontmatter.errors];
  const stages: Partial<Record<Stage, string>> = {};
  let last = -1;
  for (const section of sectionsOf(files.get(file) ?? "")) {
    const stage = stageSchema.safeParse(section.title);
    const problem = (message: string) =>
      errors.push({ file, line: section.line, field: `## ${section.title}`, message });
    if (!stage.success) problem(`Not a stage. Use one of: ${STAGES.join(", ")}.`);
    else if (stages[stage.data] !== undefined) problem("This stage has a section already.");
    else if (STAGES.indexOf(stage.data) < last) problem("Stages stand in the framework's order.");
    if (!stage.success) continue;
    stages[stage.data] = section.body;
    last = STAGES.indexOf(stage.data);
  }
  if (!frontmatter.value) return { value: null, errors };
  return { value: { name: nameOf(file), frontmatter: frontmatter.value, stages }, errors };
}

/** All chapters in their order. */
export function parseChapters(files: ContentFiles): Parsed<Chapter[]> {
  const parsed = pathsIn(files, "framework/", ".mdx").map((file): Parsed<Chapter> => {
    const meta = parseFrontmatter(files, file, chapterFrontmatterSchema);
    if (!meta.value) return { value: null, errors: meta.errors };
    const slug = meta.value.stage ?? nameOf(file).replace(/^\d+-/, "");
    return {
      value: { slug, file: nameOf(file), meta: meta.value, text: files.get(file) ?? "" },
      errors: meta.errors,
    };
  });
  const chapters = parsed
    .flatMap((chapter) => chapter.value ?? [])
    .sort((a, b) => a.meta.order - b.meta.order);
  return { value: chapters, errors: parsed.flatMap((chapter) => chapter.errors) };
}

/** All decisions by number. */
export function parseDecisions(files: ContentFiles): Parsed<Decision[]> {
  const parsed = pathsIn(files, "decisions/", ".md").map((file): Parsed<Decision> => {
    const meta = parseFrontmatter(files, file, decisionFrontmatterSchema);
    if (!meta.value) return { value: null, errors: meta.errors };
    return {
      value: { id: nameOf(file), meta: meta.value, text: splitFrontmatter(files.get(file) ?? "").body },
      errors: [],
    };
  });
  const decisions = parsed
    .flatMap((decision) => decision.value ?? [])
    .sort((a, b) => a.meta.number - b.meta.number);
  return { value: decisions, errors: parsed.flatMap((decision) => decision.errors) };
}

/** Paths directly in `folder` with this extension, sorted. */
export function pathsIn(files: ContentFiles, folder: string, extension: string): string[] {
  return [...files.keys()]
    .filter(
      (path) =>
        path.startsWith(folder) && path.endsWith(extension) && !path.slice(folder.length).includes("/"),
    )
    .sort();
}

/** `cases/x/answers/mid.md` -> `mid`. */
export const nameOf = (path: string): string => (path.split("/").at(-1) ?? path).replace(/\.[a-z]+$/, "");
