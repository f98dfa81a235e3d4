/** How attempts are named, so that what is not comparable is seen to be so. */
import type { SeriesColor } from "@/components/charts/series";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import type { Attempt } from "@/lib/learning/attempts";

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

export const attemptDate = (attempt: Attempt): string => date.format(attempt.submittedAtMs);

export const attemptSetup = ({ caseTitle, level, mode }: Attempt): string =>
  `${caseTitle}, ${LEVEL_WORDS[level]}, ${mode}`;

export type TriedCase = { slug: string; title: string; color: SeriesColor };

const COLORS: readonly SeriesColor[] = [1, 2, 3, 4, 5];

/** The cases in the order of their first attempt, each with its colour. */
export function triedCases(attempts: readonly Attempt[]): TriedCase[] {
  const titles = new Map(attempts.map(({ caseSlug, caseTitle }) => [caseSlug, caseTitle]));
  return [...titles].map(([slug, title], i) => ({ slug, title, color: COLORS[i % COLORS.length] ?? 1 }));
}
