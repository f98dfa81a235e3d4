/** How the second grade speaks, the same on screen and in Markdown. */
import { STAGE_INFO } from "@/lib/framework/stages";
import { MODEL_FAILURE_WORDS, MODEL_FAILURES } from "@/lib/interview/model-failure";
import { agreement, type FirstPoint, pairPoints } from "./compare";
import type { Drop, SecondGrade, SecondPoint } from "./schema";
import { MOST_POINTS_A_QUOTE } from "./verify";

export const SECOND_VERDICT_WORDS: Record<SecondPoint["verdict"], string> = {
  met: "made",
  partial: "partly made",
  contradicted: "says the opposite",
  "not-sure": "does not count",
  missing: "missing",
};

/** Why a verdict of the model does not count, as a sentence. */
export const DROP_WORDS: Record<Drop, string> = {
  "no-quote": "It quoted nothing.",
  "short-quote": "What it quoted is too short to show anything.",
  "not-in-answer": "What it quoted does not stand in the answer.",
  reused: `It quoted the same words for more than ${MOST_POINTS_A_QUOTE} points.`,
  "off-topic": "What it quoted has nothing to do with the point.",
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What the second grade comes to, beside the report's own score of 0 to 1. */
export function secondOutcome(
  second: SecondGrade,
  points: readonly FirstPoint[],
  reportScore: number,
): string {
  if (second.points.length === 0) return "The language model has read nothing of this answer.";
  const pairs = pairPoints(points, second.points);
  const agreed = `They agree on ${agreement(pairs)} of ${pairs.length} points.`;
  if (second.needsReview)
    return `Its number is held back: most of what it credits leaves no trace for the report's own grader. Read its quotes before you believe them. ${agreed}`;
  if (second.score === null) return agreed;
  return `It credits ${percent(second.score)}, the report ${percent(reportScore)}. ${agreed}`;
}

/** One sentence for each way in which a stage was not read, with the stages that it happened to. */
export function failureSentences(second: SecondGrade): string[] {
  return MODEL_FAILURES.flatMap((failure) => {
    const stages = second.stages.filter((stage) => stage.failure === failure);
    if (stages.length === 0) return [];
    const titles = stages.map(({ stage }) => STAGE_INFO[stage].title).join(", ");
    return [`${MODEL_FAILURE_WORDS[failure]}. Not read: ${titles}.`];
  });
}

/** What else a reader should know of how it came about. */
export function secondNotes(second: SecondGrade): string[] {
  const dropped = second.points.filter((point) => point.dropped !== null).length;
  const invented = second.stages.reduce((sum, { unknownIds }) => sum + unknownIds, 0);
  const isCut = second.stages.some(({ leftOut }) => leftOut > 0);
  return [
    second.injectionSeen ? "Something in the answer speaks to a grader; it can earn nothing by that." : null,
    dropped > 0 ? `${dropped} of its verdicts do not count, each with the reason.` : null,
    invented > 0 ? `${invented} of its verdicts were on points that do not exist.` : null,
    isCut ? "The answer was longer than what is sent, so it has not read all of it." : null,
  ].filter((note) => note !== null);
}
