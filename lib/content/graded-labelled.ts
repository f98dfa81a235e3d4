/** The labelled answers of all cases, graded by the grader as it is: the rows of its card. Takes seconds. */
import { listCases, loadLabelledAnswers } from "@/lib/content/load";
import { preparedCase } from "@/lib/content/prepared-case";
import { type GradedAnswer, gradeLabelled } from "@/lib/grading/report-card/graded-answer";

export function gradedLabelledAnswers(): GradedAnswer[] {
  return listCases().flatMap(({ slug }) => {
    const prepared = preparedCase(slug);
    if (!prepared) return [];
    return loadLabelledAnswers(slug).map((answer) => gradeLabelled(slug, prepared.rubric, answer));
  });
}
