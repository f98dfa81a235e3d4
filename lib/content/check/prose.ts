/**
 * The prose of a text as blocks: paragraphs, headings, list items and table cells, as plain words with the line of each
 * character. Code, formulas and components that speak for themselves are left out of the words.
 */
import type { SyntaxNode } from "@/lib/content/check/syntax-tree";

export type Prose = {
  kind: "heading" | "text";
  text: string;
  /** 1-based line of the character at this offset. */
  lineAt: (offset: number) => number;
  /**
   * Its paragraph, list item or table holds a <Cite>, or an <Assume> around words ("<Assume>invented numbers</Assume>");
   * for a list or a table, the paragraph right before counts too.
   */
  isMarked: boolean;
};

/** Their words are checked by rules of their own, not as prose. */
const ASIDE = new Set(["Calc", "Assume", "Cite"]);
const PHRASING = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
  "inlineCode",
  "inlineMath",
  "break",
  "mdxJsxTextElement",
  "mdxTextExpression",
  "image",
]);
/** Stands for what is left out, so that the words around it do not grow together. */
const LEFT_OUT = "\uFFFC";

/** All prose below a root, in order. */
export function proseOf(root: SyntaxNode): Prose[] {
  const found: Prose[] = [];
  readContainer(root, false, found);
  return found;
}

/** The plain words of an element's children. */
export const wordsOf = (node: SyntaxNode): string =>
  flatten(node.children ?? [])
    .map(({ text }) => text)
    .join("");

function readContainer(container: SyntaxNode, isMarked: boolean, found: Prose[]): void {
  const children = container.children ?? [];
  if (children.length > 0 && children.every(({ type }) => PHRASING.has(type))) {
    found.push(block(container, "text", isMarked));
    return;
  }
  children.forEach((node, index) => {
    const before = children[index - 1];
    const introduced = isMarked || (before?.type === "paragraph" && holdsMark(before));
    switch (node.type) {
      case "paragraph":
      case "heading":
        found.push(block(node, node.type === "heading" ? "heading" : "text", isMarked || holdsMark(node)));
        break;
      case "table":
        for (const cell of cellsOf(node)) found.push(block(cell, "text", introduced || holdsMark(node)));
        break;
      case "list":
        for (const item of node.children ?? []) readContainer(item, introduced || holdsMark(item), found);
        break;
      case "blockquote":
        readContainer(node, isMarked, found);
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        if (!ASIDE.has(node.name ?? "")) readContainer(node, isMarked, found);
        break;
    }
  });
}

const cellsOf = (table: SyntaxNode): SyntaxNode[] =>
  (table.children ?? []).flatMap((row) => row.children ?? []);

const holdsMark = (node: SyntaxNode): boolean =>
  node.name === "Cite" ||
  (node.name === "Assume" && !/\d/.test(wordsOf(node))) ||
  (node.children ?? []).some((child) => holdsMark(child));

type Piece = { text: string; line: number };

function flatten(nodes: readonly SyntaxNode[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "text") return [{ text: node.value ?? "", line }];
    if (node.type === "break") return [{ text: " ", line }];
    if (ASIDE.has(node.name ?? "") || !node.children || node.children.length === 0)
      return [{ text: LEFT_OUT, line }];
    return flatten(node.children);
  });
}

function block(node: SyntaxNode, kind: Prose["kind"], isMarked: boolean): Prose {
  const pieces = flatten(node.children ?? []);
  const lineAt = (offset: number): number => {
    let left = offset;
    for (const { text, line } of pieces) {
      if (left < text.length) return line + (text.slice(0, left).match(/\n/g)?.length ?? 0);
      left -= text.length;
    }
    return pieces.at(-1)?.line ?? 1;
  };
  return { kind, text: pieces.map(({ text }) => text).join(""), lineAt, isMarked };
}
