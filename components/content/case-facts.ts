import type { Case } from "@/lib/content/parse";
import { STAGES } from "@/lib/framework/stages";

const FAMILY_NAMES: Record<Case["meta"]["family"], string> = {
  recommendation: "Recommendation",
  "ctr-prediction": "Click prediction",
  "search-ranking": "Search ranking",
};

/** What may be known before the interview: how much there is, and nothing of what it says. */
export function caseFacts({
  meta,
  rubric,
  interviewer,
}: Pick<Case, "meta" | "rubric" | "interviewer">): string[] {
  return [
    FAMILY_NAMES[meta.family],
    `${rubric.points.length} rubric points over ${STAGES.length} stages`,
    `${interviewer.facts.length} facts told only when asked`,
    `${interviewer.twists.length} ways the brief can change mid-round`,
  ];
}
