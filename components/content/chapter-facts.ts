import { formatDate } from "@/components/content/format-date";
import { readingMinutes } from "@/lib/content/markdown";
import type { ChapterMeta } from "@/lib/content/schemas/case";
import { STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";

/** "Stage 3 of 7: Data and features", or that the chapter stands beside the stages. */
export function chapterPosition(stage: ChapterMeta["stage"]): string {
  if (stage === null) return "Around the stages";
  return `Stage ${STAGES.indexOf(stage) + 1} of ${STAGES.length}: ${STAGE_INFO[stage].title}`;
}

export function chapterFacts({ stage, updated }: ChapterMeta, words: number): string[] {
  const inInterview = stage ? [`${STAGE_MINUTES[45][stage]} min of a 45 min interview`] : [];
  return [
    ...inInterview,
    `${words.toLocaleString("en")} words, ${readingMinutes(words)} min to read`,
    `Updated ${formatDate(updated)}`,
  ];
}
