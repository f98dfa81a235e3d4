/**
 * What links can point at: the pages that content makes, with their anchors, and the pages of the app that content
 * may name. Every inspection is kept, since compiling a long file costs a fifth of a second.
 */
import { type Inspection, inspectMdx } from "@/lib/content/check/inspect-mdx";
import {
  type ContentFiles,
  caseSlugs,
  nameOf,
  parseCase,
  parseChapters,
  parseDecisions,
} from "@/lib/content/parse";

/** Pages that are not made from content/ and may be linked from it. Their query strings are their own affair. */
const APP_PAGES = [
  "/",
  "/framework",
  "/cases",
  "/decisions",
  "/reading",
  "/glossary",
  "/estimation",
  "/grader",
  "/interviews/new",
  "/review",
  "/lab",
  "/lab/video",
  "/lab/ads",
  "/lab/search",
  "/lab/data",
] as const;

export type Site = {
  /** File below content/ -> what it holds (Markdown and MDX files). */
  inspections: ReadonlyMap<string, Inspection>;
  /** Path of a page -> its anchors. */
  pages: ReadonlyMap<string, ReadonlySet<string>>;
};

export type Inspect = (file: string, text: string) => Promise<Inspection>;

export async function readSite(files: ContentFiles, inspect: Inspect = inspectMdx): Promise<Site> {
  const inspections = new Map<string, Inspection>();
  for (const [file, text] of files) {
    if (/\.mdx?$/.test(file)) inspections.set(file, await inspect(file, text));
  }
  const anchorsOf = (file: string): ReadonlySet<string> => inspections.get(file)?.anchors ?? new Set();
  const pages = new Map<string, ReadonlySet<string>>(APP_PAGES.map((path) => [path, new Set<string>()]));
  for (const chapter of parseChapters(files).value ?? []) {
    pages.set(`/framework/${chapter.slug}`, anchorsOf(`framework/${chapter.file}.mdx`));
  }
  pages.set("/cheatsheet", anchorsOf("cheatsheet.mdx"));
  for (const slug of caseSlugs(files)) {
    const points = parseCase(files, slug).value?.rubric.points ?? [];
    const anchors = [...anchorsOf(`cases/${slug}/index.mdx`), ...points.map(({ id }) => `point-${id}`)];
    pages.set(`/cases/${slug}`, new Set([...anchors, "points", "model-answers"]));
  }
  for (const decision of parseDecisions(files).value ?? []) {
    pages.set(`/decisions/${decision.id}`, anchorsOf(`decisions/${decision.id}.md`));
  }
  return { inspections, pages };
}

/** The page that a file becomes, or null for files that are no page of their own. */
export function pageOf(files: ContentFiles, file: string): string | null {
  if (file === "cheatsheet.mdx") return "/cheatsheet";
  if (file.startsWith("decisions/")) return `/decisions/${nameOf(file)}`;
  const caseSlug = /^cases\/([^/]+)\/index\.mdx$/.exec(file)?.[1];
  if (caseSlug) return `/cases/${caseSlug}`;
  const chapter = parseChapters(files).value?.find((found) => `framework/${found.file}.mdx` === file);
  return chapter ? `/framework/${chapter.slug}` : null;
}
