/** Bookmarks and highlights with their notes as one Markdown file, a section a page. */
import { readable } from "@/lib/reading/passages";
import type { Highlight, Reading } from "@/lib/reading/reading";
import { placeOf } from "@/lib/reading/resume";

/** `titles` maps a path to the title of its page, in reading order; `origin` makes the links whole. */
export function readingToMarkdown(
  reading: Reading,
  titles: ReadonlyMap<string, string>,
  origin: string,
): string {
  const linkTo = (one: { path: string; anchor: string; heading: string }) =>
    `[${readable(one.heading) || titles.get(one.path) || one.path}](${origin}${placeOf(one)})`;
  const passage = (one: Highlight) =>
    [`> ${readable(one.quote)}`, ...(one.note ? [one.note] : []), linkTo(one)].join("\n\n");
  const marked = [...reading.bookmarks, ...reading.highlights].map(({ path }) => path);
  const paths = [...new Set([...titles.keys(), ...marked])].filter((path) => marked.includes(path));
  const sections = paths.map((path) => {
    const here = ({ path: other }: { path: string }) => other === path;
    const bookmarks = reading.bookmarks.filter(here).map((one) => `- Bookmark: ${linkTo(one)}`);
    const parts = [
      `## ${titles.get(path) ?? path}`,
      ...(bookmarks.length > 0 ? [bookmarks.join("\n")] : []),
      ...reading.highlights.filter(here).map(passage),
    ];
    return parts.join("\n\n");
  });
  return `${["# Reading notes", ...sections].join("\n\n")}\n`;
}
