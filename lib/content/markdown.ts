/**
 * What can be read from Markdown or MDX text without compiling it: front matter, headings with their anchors,
 * words, and the stage sections of an answer. Anchors are made like rehype-slug makes them (github-slugger).
 */
import GithubSlugger from "github-slugger";
import { curlyQuotes } from "@/lib/content/remark-typography.mjs";

export type Heading = { depth: number; text: string; anchor: string; line: number };
/** `yaml` keeps the line numbers of the file: its first line is the (blanked) opening fence. */
export type SplitText = { yaml: string | null; body: string; bodyLine: number };

/** Splits `---` front matter from the body; `bodyLine` is the 1-based line at which the body starts. */
export function splitFrontmatter(text: string): SplitText {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { yaml: null, body: text, bodyLine: 1 };
  const lines = match[0].split("\n").length;
  return {
    yaml: `\n${match[1] ?? ""}`,
    body: text.slice(match[0].length),
    bodyLine: match[0].endsWith("\n") ? lines : lines + 1,
  };
}

/** Lines of the body with fenced code blanked, so that `# comment` in code is no heading. */
function proseLines(body: string): string[] {
  let fence: string | null = null;
  return body.split("\n").map((line) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark) {
      fence = mark;
      return "";
    }
    if (fence === null) return line;
    if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    return "";
  });
}

/** The headings of a text in order. Lines count from the start of the file. */
export function headingsOf(text: string): Heading[] {
  const { body, bodyLine } = splitFrontmatter(text);
  const slugger = new GithubSlugger();
  return proseLines(body).flatMap((line, index) => {
    const match = /^(#{1,6})\s+(.+?)\s*#*\s*$/.exec(line);
    if (!match?.[1] || !match[2]) return [];
    const plain = inlineText(match[2]);
    return [
      {
        depth: match[1].length,
        text: curlyQuotes(plain),
        anchor: slugger.slug(plain),
        line: bodyLine + index,
      },
    ];
  });
}

/** Inline Markdown as a reader sees it: links by their words, no emphasis marks, code and maths by their source. */
function inlineText(source: string): string {
  return source
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .replace(/(^|[^\w*])[*_]([^*_]+)[*_](?!\w)/g, "$1$2")
    .replace(/[`$]/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, "$1");
}

/** Words a reader reads: prose, lists, tables and headings; no code blocks, formulas, tags or link targets. */
export function wordCount(text: string): number {
  const prose = proseLines(splitFrontmatter(text).body)
    .join("\n")
    .replace(/<\/?[A-Z]\w*(?:[^>"']|"[^"]*"|'[^']*')*>/g, " ")
    .replace(/\$\$[\s\S]*?\$\$/g, " ")
    .replace(/\$[^$\n]+\$/g, " ")
    .replace(/\]\([^)]*\)/g, "]");
  return prose.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.,%/-]*[\p{L}\p{N}%])?/gu)?.length ?? 0;
}

/** Minutes at 220 words a minute, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 220));

/** The `## heading` sections of a body: heading text -> section text, trimmed. Lines count from the start of the file. */
export function sectionsOf(text: string): { title: string; line: number; body: string }[] {
  const { body, bodyLine } = splitFrontmatter(text);
  const lines = body.split("\n");
  const starts = proseLines(body).flatMap((line, index) => (/^##\s+\S/.test(line) ? [index] : []));
  return starts.map((start, position) => ({
    title: (lines[start] ?? "").replace(/^##\s+/, "").trim(),
    line: bodyLine + start,
    body: lines
      .slice(start + 1, starts[position + 1] ?? lines.length)
      .join("\n")
      .trim(),
  }));
}
