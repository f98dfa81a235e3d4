/** The model answer of a case for one level, stage by stage; empty when the case or the answer is gone. */
import type { Level, Stage } from "@/lib/framework/stages";
import { listCases } from "./load";

export function modelAnswerOf(caseSlug: string, level: Level): Partial<Record<Stage, string>> {
  const answers = listCases().find((candidate) => candidate.slug === caseSlug)?.answers ?? [];
  return (
    answers.find(({ frontmatter }) => frontmatter.kind === "model" && frontmatter.level === level)?.stages ??
    {}
  );
}
