import type { ComponentType } from "react";
import ReactMarkdown from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
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
const schema = { ...defaultSchema, tagNames: defaultSchema.tagNames?.filter((name) => name !== "img") ?? [] };

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

/**
 * Markdown that is data: decisions, model answers, what users wrote. Never compiled, always sanitised; HTML in it is
 * shown as text. `anchors` is for a page that is one text of ours: headings get ids, quotes are set.
 */
export function Markdown({ text, anchors = false }: { text: string; anchors?: boolean }) {
  return (
    <ReactMarkdown
      remarkPlugins={anchors ? [remarkGfm, remarkTypography] : [remarkGfm]}
      rehypePlugins={anchors ? [[rehypeSanitize, schema], rehypeSlug] : [[rehypeSanitize, schema]]}
      components={elements}
    >
      {text}
    </ReactMarkdown>
  );
}
