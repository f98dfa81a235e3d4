/** What the coefficients for reference answers are fitted on and judged by: the short answers, each read as a whole. */
import { loadShortAnswers } from "@/lib/content/load";
import { measureWhole, prepareReferences } from "@/lib/grading/alignment/score-against-references";
import type { Row } from "./fit";

export function referenceRows(): Row[] {
  return loadShortAnswers().flatMap(({ question, references, answer, domain, split, passes }) => {
    const measured = measureWhole(prepareReferences(references, question), answer);
    if (!measured) return [];
    const { features, gate } = measured;
    const label = passes.reduce((sum, mark) => sum + mark, 0) / passes.length;
    return [{ split, weight: 1, label, features, gate, group: question, domain }];
  });
}
