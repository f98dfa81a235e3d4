/**
 * The only reader of content/. It keeps a snapshot of the folder's text per process, looks at most once a second
 * whether a file changed (so an edit shows without a restart), and parses each thing once per snapshot.
 * Works in Next's server code, in Vitest and in command-line tools; throws InvalidContentError with every error.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InvalidContentError, type Parsed } from "@/lib/content/errors";
import {
  type Case,
  type Chapter,
  type ContentFiles,
  caseCardsFile,
  caseSlugs,
  chapterCardsFile,
  type Decision,
  parseCards,
  parseCase,
  parseChapters,
  parseDecisions,
  parseFrontmatter,
  parseSharedScript,
  parseYamlFile,
  type Solution,
} from "@/lib/content/parse";
import {
  type MarkedAnswer,
  type MarkedShortAnswer,
  parseGraderCard,
  parseLabelledAnswers,
  parseLabelledSentences,
  parseShortAnswers,
} from "@/lib/content/parse-labelled";
import type { CardsFile } from "@/lib/content/schemas/cards";
import {
  type Lexicon,
  lexiconSchema,
  type Sources,
  solutionFrontmatterSchema,
  sourcesSchema,
} from "@/lib/content/schemas/case";
import { type Glossary, glossarySchema } from "@/lib/content/schemas/glossary";
import type { SharedScript } from "@/lib/content/schemas/interviewer";
import type { LabelledSentence } from "@/lib/content/schemas/labelled";
import type { GraderCard } from "@/lib/grading/report-card/schema";

const LOOK_AGAIN_AFTER_MS = 1_000;
type Snapshot = { files: ContentFiles; signature: string; lookedAtMs: number; parsed: Map<string, unknown> };
let current: Snapshot | null = null;

/** Every file of content/: path below it -> text. */
export const contentFiles = (): ContentFiles => snapshot().files;

/** One case with its rubric, interviewer and answers. */
export const loadCase = (slug: string): Case => once(`case ${slug}`, (files) => parseCase(files, slug));
export const listCases = (): Case[] => caseSlugs(contentFiles()).map(loadCase);
/** What the interviewer asks and understands in every case. */
export const loadSharedScript = (): SharedScript => once("shared script", parseSharedScript);
/** Chapters in their order. */
export const listChapters = (): Chapter[] => once("chapters", parseChapters);
/** What a case or a chapter has to recall and to apply. */
export const loadCaseCards = (slug: string): CardsFile =>
  once(`cards ${slug}`, (files) => parseCards(files, caseCardsFile(slug)));
export const loadChapterCards = ({ file }: Chapter): CardsFile =>
  once(`cards ${file}`, (files) => parseCards(files, chapterCardsFile(file)));
/** The front matter of the cheat sheet. */
export const loadCheatsheet = (): Solution =>
  once("cheatsheet", (files) => parseFrontmatter(files, "cheatsheet.mdx", solutionFrontmatterSchema));
/** Decisions by number. */
export const listDecisions = (): Decision[] => once("decisions", parseDecisions);
/** Concept id -> surface forms. */
export const loadLexicon = (): Lexicon =>
  once("lexicon", (files) => parseYamlFile(files, "lexicon.yaml", lexiconSchema));
export const loadSources = (): Sources =>
  once("sources", (files) => parseYamlFile(files, "sources.yaml", sourcesSchema));
/** Term id -> the word, its forms, what it means. */
export const loadGlossary = (): Glossary =>
  once("glossary", (files) => parseYamlFile(files, "glossary.yaml", glossarySchema));
/** The labelled answers of a case with the marks of each pass; what the grader is fitted and judged on. */
export const loadLabelledAnswers = (slug: string): MarkedAnswer[] =>
  once(`labelled ${slug}`, (files) => parseLabelledAnswers(files, slug));
/** Single sentences with the mark of one point each. */
export const loadLabelledSentences = (slug: string): LabelledSentence[] =>
  once(`sentences ${slug}`, (files) => parseLabelledSentences(files, slug));
/** The same for short answers to questions of any kind. */
export const loadShortAnswers = (): MarkedShortAnswer[] => once("short answers", parseShortAnswers);
/** The stored card of the grader; `npm run bench -- grader-card --write` renews it. */
export const loadGraderCard = (): GraderCard => once("grader card", parseGraderCard);

function once<T>(name: string, parse: (files: ContentFiles) => Parsed<T>): T {
  const { files, parsed } = snapshot();
  if (!parsed.has(name)) {
    const { value, errors } = parse(files);
    if (value === null || errors.length > 0) throw new InvalidContentError(errors);
    parsed.set(name, value);
  }
  return parsed.get(name) as T;
}

function snapshot(): Snapshot {
  const nowMs = Date.now();
  if (current && nowMs - current.lookedAtMs < LOOK_AGAIN_AFTER_MS) return current;
  const root = join(/*turbopackIgnore: true*/ process.cwd(), "content");
  const paths = readdirSync(/*turbopackIgnore: true*/ root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(mdx?|yaml|jsonl?)$/.test(entry.name))
    .map((entry) => join(/*turbopackIgnore: true*/ entry.parentPath, entry.name))
    .sort();
  const signature = paths.map((path) => signatureOf(path)).join("\n");
  if (current?.signature === signature) {
    current.lookedAtMs = nowMs;
    return current;
  }
  const files = new Map(
    paths.map((path) => [
      path.slice(root.length + 1).replaceAll("\\", "/"),
      readFileSync(/*turbopackIgnore: true*/ path, "utf8"),
    ]),
  );
  current = { files, signature, lookedAtMs: nowMs, parsed: new Map() };
  return current;
}

function signatureOf(path: string): string {
  const { mtimeMs, size } = statSync(/*turbopackIgnore: true*/ path);
  return `${path} ${mtimeMs} ${size}`;
}
