/**
 * Texts as a reader hears them, without compiling: no marks, tags, formulas' commands or link targets. What
 * <Calc>, <Assume> and <Term> hold stays; of a figure, its caption stays. For the search index.
 */
import { type Heading, headingsOf, splitFrontmatter } from "@/lib/content/markdown";
import { curlyQuotes } from "@/lib/content/remark-typography.mjs";

/** A heading with the text under it, up to the next heading; the text before the first has no heading. */
export type PlainSection = { heading: Heading | null; text: string };

const TAG = /<\/?[A-Za-z][\w-]*(?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*\/?>/g;

/** What a tag leaves behind: the caption or the label that it shows. */
function shownBy(tag: string): string {
  return [...tag.matchAll(/\b(?:caption|label|title)="([^"]*)"/g)].map((match) => match[1]).join(". ");
}

/** `$\hat p = 0.03$` -> "p = 0.03". */
const formulaWords = (formula: string): string =>
  formula
    .replace(/\\(?:text|mathrm|operatorname)\{([^}]*)\}/g, "$1")
    .replace(/\\[A-Za-z]+/g, " ")
    .replace(/[{}^_\\&]/g, " ");

/** Plain words of Markdown or MDX without front matter, in one line. */
export function plainText(markdown: string): string {
  const plain = markdown
    .replace(/^\s*(`{3,}|~{3,}).*$/gm, " ")
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, " ")
    .replace(/\$\$[\s\S]*?\$\$/g, " ")
    .replace(/\$([^$\n]+)\$/g, (_, formula: string) => formulaWords(formula))
    .replace(TAG, (tag) => shownBy(tag) && ` ${shownBy(tag)} `)
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, " ")
    .replace(/\|/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replace(/(\*\*|__|~~)(.+?)\1/g, "$2")
    .replace(/(^|[^\w*])[*_]([^*_\n]+)[*_](?!\w)/g, "$1$2")
    .replace(/`/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>$])/g, "$1");
  // A citation that is gone leaves its space in front of the full stop.
  const line = plain.replace(/\s+/g, " ").replace(/ ([.,;:!?)])/g, "$1");
  return curlyQuotes(line.trim());
}

/** The text cut at its headings down to `depth`; deeper headings belong to the text above them. */
export function plainSections(text: string, depth: number): PlainSection[] {
  const { body, bodyLine } = splitFrontmatter(text);
  const lines = body.split("\n");
  const headings = headingsOf(text).filter((heading) => heading.depth <= depth);
  const starts = [null, ...headings];
  return starts.flatMap((heading, i): PlainSection[] => {
    const from = heading ? heading.line - bodyLine + 1 : 0;
    const to = (headings[i]?.line ?? bodyLine + lines.length) - bodyLine;
    const section = plainText(lines.slice(from, to).join("\n"));
    return heading || section ? [{ heading, text: section }] : [];
  });
}
