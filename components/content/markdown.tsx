import type { ComponentType } from "react";
import ReactMarkdown, { type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import {
  ProseHeaderCell,
  ProseHeading2,
  ProseHeading3,
  ProseHeading4,
  ProseLink,
  ProseTable,
} from "@/components/content/elements";
import remarkTypography from "@/lib/content/remark-typography.mjs";

/** No images: a picture in someone's text would be a request to a third party. */
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => name !== "img") ?? [],
  attributes: {
    ...defaultSchema.attributes,
    // What marks a formula until KaTeX, which runs after the cleaning, has drawn it.
    code: [["className", /^language-./, "math-inline", "math-display"] satisfies [string, ...unknown[]]],
  },
} as typeof defaultSchema;

/** react-markdown hands the syntax node to components; it is no attribute. */
function withoutNode<Props extends object>(Component: ComponentType<Props>) {
  return function Element({ node: _, ...props }: Props & { node?: unknown }) {
    return <Component {...(props as unknown as Props)} />;
  };
}
const elements = {
  a: withoutNode(ProseLink),
  // The page has its h1 already.
  h1: withoutNode(ProseHeading2),
  h2: withoutNode(ProseHeading2),
  h3: withoutNode(ProseHeading3),
  h4: withoutNode(ProseHeading4),
  table: withoutNode(ProseTable),
  th: withoutNode(ProseHeaderCell),
};

type MarkdownProps = {
  text: string;
  /** For a page that is one text of ours: headings get ids, quotes are set. */
  anchors?: boolean;
  /** $Formulas$, in texts of ours: in a user's text a dollar is a dollar. */
  math?: boolean;
};

/**
 * Markdown that is data: decisions, model answers, cards, what users wrote. Never compiled, always sanitised; HTML in
 * it is shown as text. For a line inside something else see inline-markdown.tsx.
 */
export function Markdown({ text, anchors = false, math = false }: MarkdownProps) {
  const remarkPlugins: Options["remarkPlugins"] = [remarkGfm];
  const rehypePlugins: Options["rehypePlugins"] = [[rehypeSanitize, schema]];
  if (math) {
    remarkPlugins.push(remarkMath);
    rehypePlugins.push(rehypeKatex);
  }
  if (anchors || math) remarkPlugins.push(remarkTypography);
  if (anchors) rehypePlugins.push(rehypeSlug);
  return (
    <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins} components={elements}>
      {text}
    </ReactMarkdown>
  );
}
