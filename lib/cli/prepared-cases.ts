/** A case that a tool names, prepared for grading and asking. */
import { listCases } from "@/lib/content/load";
import { type PreparedCase, preparedCase } from "@/lib/content/prepared-case";
import { BadInput } from "./jsonl";

function named(slug: string): PreparedCase {
  const prepared = preparedCase(slug);
  if (prepared) return prepared;
  const slugs = listCases().map((known) => known.slug);
  throw new BadInput(`There is no case "${slug}". Use one of: ${slugs.join(", ")}.`);
}

export const preparedRubric = (slug: string): PreparedCase["rubric"] => named(slug).rubric;
export const preparedInterviewer = (slug: string): PreparedCase["interviewer"] => named(slug).interviewer;
