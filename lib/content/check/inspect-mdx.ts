/**
 * What a Markdown or MDX file holds: components with their props, links, heading anchors, formulas. Compiled with
 * the site's own plugins, so syntax errors and anchors are those of the build. MDX is executed when it is rendered:
 * import, export, spread attributes and every expression that is no literal are refused here.
 */
import { compile } from "@mdx-js/mdx";
import katex from "katex";
import rehypeSlug from "rehype-slug";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { literalValue } from "@/lib/content/check/literal-value";
import { type Prose, proseOf, wordsOf } from "@/lib/content/check/prose";
import { type SyntaxNode, walk } from "@/lib/content/check/syntax-tree";
import type { ContentError } from "@/lib/content/errors";
import remarkTypography from "@/lib/content/remark-typography.mjs";

export type Place = { line: number; column: number };
/** `words` are the plain words of its children. */
export type Element = Place & { name: string; props: Record<string, unknown>; words: string };
export type Link = Place & { url: string; image: boolean };
export type Inspection = {
  elements: Element[];
  links: Link[];
  prose: Prose[];
  anchors: Set<string>;
  errors: ContentError[];
};

/** Inspects one file; `file` ends in .mdx or .md and decides the format. */
export async function inspectMdx(file: string, text: string): Promise<Inspection> {
  const found: Inspection = { elements: [], links: [], prose: [], anchors: new Set(), errors: [] };
  const readMarkdown = () => (tree: unknown) => {
    found.prose = proseOf(tree as SyntaxNode);
    walk(tree as SyntaxNode, (node) => readNode(file, node, found));
  };
  const readHtml = () => (tree: unknown) =>
    walk(tree as SyntaxNode, (node) => {
      if (typeof node.properties?.id === "string") found.anchors.add(node.properties.id);
    });
  try {
    await compile(text, {
      format: file.endsWith(".mdx") ? "mdx" : "md",
      remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath, remarkTypography, readMarkdown],
      rehypePlugins: [rehypeSlug, readHtml],
    });
  } catch (error) {
    found.errors.push(syntaxError(file, error));
  }
  return found;
}

function readNode(file: string, node: SyntaxNode, found: Inspection): void {
  const place = placeOf(node);
  const value = node.value ?? "";
  const refuse: Refuse = (field, message) => {
    found.errors.push({ file, ...place, field, message });
  };
  switch (node.type) {
    case "mdxjsEsm":
      refuse("import/export", "Content holds no code: remove import and export.");
      break;
    case "mdxFlowExpression":
    case "mdxTextExpression":
      if (!isComment(value))
        refuse("expression", `Content holds no code: remove {${value}}, or write \\{ for a brace.`);
      break;
    case "html":
      if (!/^<!--[\s\S]*-->$/.test(value)) refuse("html", "HTML is not rendered here: use Markdown.");
      break;
    case "mdxJsxTextElement":
      if (node.name?.endsWith("Figure"))
        refuse(
          `<${node.name}>`,
          "A figure is no part of a paragraph: leave an empty line before and after it.",
        );
      found.elements.push(readElement(node, place, refuse));
      break;
    case "mdxJsxFlowElement":
      found.elements.push(readElement(node, place, refuse));
      break;
    case "link":
    case "definition":
    case "image":
      found.links.push({ ...place, url: node.url ?? "", image: node.type === "image" });
      break;
    case "math":
    case "inlineMath":
      readFormula(value, node.type === "math", refuse);
      break;
  }
}

/** `{}` and `{/* … *\/}`, MDX's way to write a comment. */
const isComment = (expression: string): boolean => /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(expression);

type Refuse = (field: string, message: string) => void;

function readElement(node: SyntaxNode, place: Place, refuse: Refuse): Element {
  const name = node.name ?? "fragment";
  const props: Record<string, unknown> = {};
  for (const attribute of node.attributes ?? []) {
    if (attribute.type === "mdxJsxExpressionAttribute" || attribute.name === undefined) {
      refuse(`<${name}>`, "Spread attributes are code: write each attribute.");
    } else if (typeof attribute.value === "object" && attribute.value !== null) {
      const literal = literalValue(attribute.value.data?.estree?.body?.[0]?.expression);
      if (literal) props[attribute.name] = literal.value;
      else
        refuse(
          `<${name} ${attribute.name}>`,
          "Only literal numbers, booleans, strings and arrays may stand in braces.",
        );
    } else {
      props[attribute.name] = attribute.value ?? true;
    }
  }
  return { name, props, words: wordsOf(node), ...place };
}

/** Two amounts of money in a paragraph read as a formula between them: it then touches a space at one end. */
function readFormula(tex: string, displayMode: boolean, refuse: Refuse): void {
  if (!displayMode && tex !== tex.trim()) {
    refuse("formula", `"${tex}" starts or ends with a space. A dollar sign that is money is written \\$.`);
    return;
  }
  try {
    katex.renderToString(tex, { displayMode, throwOnError: true, strict: "ignore" });
  } catch (error) {
    refuse("formula", error instanceof Error ? error.message : String(error));
  }
}

const placeOf = (node: SyntaxNode): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** A VFileMessage carries its place; anything else is reported at the top of the file. */
function syntaxError(file: string, error: unknown): ContentError {
  const place = error as { line?: number; column?: number; reason?: string };
  return {
    file,
    line: place.line ?? 1,
    ...(place.column === undefined ? {} : { column: place.column }),
    field: "syntax",
    message: place.reason ?? (error instanceof Error ? error.message : String(error)),
  };
}
