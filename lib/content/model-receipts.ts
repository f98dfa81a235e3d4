/** Which words of the model answers earn each point of a rubric: graded by the grader when the site is built. */

import type { Case } from "@/lib/content/parse";
import { preparedCase } from "@/lib/content/prepared-case";
import { LEVELS, type Level } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";

export type ModelReceipt = { level: Level; quote: string };

/** A point counts as earned from here on, as it does in a report. */
const EARNED_FROM = 0.5;

/** Point id -> the receipts of the model answers that earn it, by level. */
export function modelReceipts({ slug, answers }: Case): Map<string, ModelReceipt[]> {
  const receipts = new Map<string, ModelReceipt[]>();
  const prepared = preparedCase(slug);
  if (!prepared) return receipts;
  for (const level of LEVELS) {
    const answer = answers.find(({ frontmatter: one }) => one.kind === "model" && one.level === level);
    const points = answer ? gradeAnswers(prepared.rubric, answer.stages).points : [];
    for (const { id, credit, receipt } of points) {
      if (!receipt || credit < EARNED_FROM) continue;
      receipts.set(id, [...(receipts.get(id) ?? []), { level, quote: receipt.quote }]);
    }
  }
  return receipts;
}
