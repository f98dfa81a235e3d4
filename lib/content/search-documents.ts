/** What the command palette searches: every page that content makes, and its headings as places inside it. */
import { listCases, listChapters, listDecisions } from "@/lib/content/load";
import { headingsOf } from "@/lib/content/markdown";

export type SearchDocument = {
  kind: "chapter" | "case" | "decision" | "heading";
  title: string;
  /** With the anchor, for a heading. */
  path: string;
  /** The page that a heading belongs to. */
  section?: string;
};

/** Pages first, then headings, each in reading order. A solution's headings stay out: they would tell the solution. */
export function searchDocuments(): SearchDocument[] {
  const chapters = listChapters().map((chapter) => ({
    page: { kind: "chapter" as const, title: chapter.meta.title, path: `/framework/${chapter.slug}` },
    text: chapter.text,
  }));
  const cases = listCases().map(({ slug, meta }) => ({
    page: { kind: "case" as const, title: meta.title, path: `/cases/${slug}` },
    text: "",
  }));
  const decisions = listDecisions().map(({ id, meta }) => ({
    page: { kind: "decision" as const, title: meta.title, path: `/decisions/${id}` },
    text: "",
  }));
  const all = [...chapters, ...cases, ...decisions];
  return [...all.map(({ page }) => page), ...all.flatMap(({ page, text }) => headingEntries(page, text))];
}

function headingEntries(page: SearchDocument, text: string): SearchDocument[] {
  return headingsOf(text)
    .filter((heading) => heading.depth <= 3)
    .map(({ text: title, anchor }) => ({
      kind: "heading",
      title,
      path: `${page.path}#${anchor}`,
      section: page.title,
    }));
}
