/** The part of unified's syntax trees (mdast, hast, MDX's JSX nodes) that the check looks at. */
import type { Expression } from "@/lib/content/check/literal-value";

export type SyntaxNode = {
  type: string;
  value?: string;
  url?: string;
  name?: string | null;
  depth?: number;
  properties?: { id?: unknown };
  attributes?: Attribute[];
  children?: SyntaxNode[];
  position?: { start: { line: number; column: number } };
};

type Attribute = {
  type: string;
  name?: string;
  value?: string | null | { data?: { estree?: { body?: { expression?: Expression }[] } } };
};

/** Visits every node, parents first, in document order. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}
