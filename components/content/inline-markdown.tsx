import ReactMarkdown from "react-markdown";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { ProseLink } from "@/components/content/elements";
import remarkTypography from "@/lib/content/remark-typography.mjs";

const elements = {
  p: ({ children }: { children?: React.ReactNode }) => <>{children}</>,
  a: ({ href, children }: { href?: string; children?: React.ReactNode }) => (
    <ProseLink href={href ?? ""}>{children}</ProseLink>
  ),
};

/** A sentence or two of ours with *emphasis*, `code` and $formulas$: glossary, cards, questions. HTML is dropped. */
export function InlineMarkdown({ text }: { text: string }) {
  return (
    <ReactMarkdown
      skipHtml
      remarkPlugins={[remarkMath, remarkTypography]}
      rehypePlugins={[rehypeKatex]}
      components={elements}
    >
      {text}
    </ReactMarkdown>
  );
}
