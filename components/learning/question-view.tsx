import type { ReactNode } from "react";
import { InlineMarkdown } from "@/components/content/inline-markdown";
import { Markdown } from "@/components/content/markdown";
import type { Question } from "@/lib/content/schemas/cards";

export type OptionView = { text: ReactNode; why: ReactNode; isRight: boolean };
export type QuestionView = { id: string; stem: ReactNode; options: readonly OptionView[] };

/** A question with its formulas drawn, on the server: the browser needs neither Markdown nor KaTeX. */
export const viewOfQuestion = ({ id, question, options }: Question): QuestionView => ({
  id,
  stem: <Markdown text={question} math />,
  options: options.map(({ text, why, right }) => ({
    text: <InlineMarkdown text={text} />,
    why: <InlineMarkdown text={why} />,
    isRight: right === true,
  })),
});
