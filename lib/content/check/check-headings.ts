/** Headings: the page prints the title as its only h1, and its table of contents must know the anchors of the build. */
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { headingsOf } from "@/lib/content/markdown";

export function checkHeadings(file: string, text: string, site: Site): ContentError[] {
  const anchors = site.inspections.get(file)?.anchors;
  return headingsOf(text).flatMap((heading) => {
    const problem = (field: string, message: string): ContentError => ({
      file,
      line: heading.line,
      field,
      message,
    });
    if (heading.depth === 1)
      return [problem(`# ${heading.text}`, "The title is the page's h1: start at ##.")];
    if (!anchors || anchors.size === 0 || anchors.has(heading.anchor)) return [];
    const message = `Its anchor would differ from #${heading.anchor} of the table of contents: use plain words.`;
    return [problem(`## ${heading.text}`, message)];
  });
}
