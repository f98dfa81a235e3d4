/** The worst errors, with what was written and what the grader quoted: a figure says how often, these say how. */
import type { Quality } from "@/lib/content/schemas/labelled";
import { MADE } from "@/lib/grading/report-card/agreement-of";
import { type GradedAnswer, type Judgement, meanMark } from "@/lib/grading/report-card/graded-answer";
import type { Gate, Part, Verdict } from "@/lib/grading/types";

export type Miss = {
  caseSlug: string;
  answer: string;
  part: Part;
  quality: Quality;
  point: string;
  pointText: string;
  marks: readonly number[];
  credit: number;
  verdict: Verdict;
  gate: Gate | null;
  quote: string | null;
  text: string;
};

type Found = { answer: GradedAnswer; judgement: Judgement; error: number };

const toMiss = ({ answer, judgement: { point, grade, marks } }: Found): Miss => ({
  caseSlug: answer.caseSlug,
  answer: answer.id,
  part: answer.part,
  quality: answer.quality,
  point: point.id,
  pointText: point.text,
  marks,
  credit: grade.credit,
  verdict: grade.verdict,
  gate: grade.gate,
  quote: grade.receipt?.quote ?? null,
  text: answer.text,
});

/** Largest errors first, equal ones in the order of the answers; one an answer, so that one bad answer is not the list. */
function worst(found: readonly Found[], count: number): Miss[] {
  const seen = new Set<GradedAnswer>();
  return [...found]
    .sort((a, b) => b.error - a.error)
    .filter(({ answer }) => !seen.has(answer) && seen.add(answer))
    .slice(0, count)
    .map(toMiss);
}

/**
 * `falseCredits`: half or more for what the markers found not made. `missedCredits`: less than half for what they found made.
 */
export function worstMisses(
  answers: readonly GradedAnswer[],
  count: number,
): { falseCredits: Miss[]; missedCredits: Miss[] } {
  const all = answers.flatMap((answer) =>
    answer.judgements.map((judgement): Found => {
      return { answer, judgement, error: judgement.grade.credit - meanMark(judgement) };
    }),
  );
  const isCredited = ({ judgement }: Found) => judgement.grade.credit >= MADE;
  const isMade = ({ judgement }: Found) => meanMark(judgement) >= MADE;
  const missed = all.filter((found) => !isCredited(found) && isMade(found));
  return {
    falseCredits: worst(
      all.filter((found) => isCredited(found) && !isMade(found)),
      count,
    ),
    missedCredits: worst(
      missed.map((found) => ({ ...found, error: -found.error })),
      count,
    ),
  };
}
