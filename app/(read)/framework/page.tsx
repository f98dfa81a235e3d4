import type { Metadata } from "next";
import { ChapterList } from "@/components/content/chapter-list";
import { ReferenceList } from "@/components/content/reference-list";
import { StageMinutesBar } from "@/components/content/stage-minutes-bar";
import { StageOverview } from "@/components/content/stage-overview";
import { PageHeader } from "@/components/layout/page-shell";
import { ContinueReading } from "@/components/reading/continue-reading";
import { listChapters } from "@/lib/content/load";
import { wordCount } from "@/lib/content/markdown";
import { readableChapters } from "@/lib/content/readable-pages";

export const metadata: Metadata = {
  title: "The framework",
  description:
    "Seven stages of an ML system design interview in their order, the minutes each is worth, and the question each answers.",
};

export default function FrameworkPage() {
  const chapters = listChapters().map(({ slug, meta, text }) => ({ slug, ...meta, words: wordCount(text) }));
  return (
    <>
      <PageHeader
        title="The framework"
        lead="Seven stages, always in this order. Each answers one question and is worth a fixed share of the clock; running over costs the stages behind it, and the last ones are where levels are told apart."
      />
      <ContinueReading pages={readableChapters()} />
      <StageMinutesBar lengthMinutes={45} />
      <StageOverview chapters={chapters.filter((chapter) => chapter.stage !== null)} />
      <ChapterList
        title="Around the stages"
        chapters={chapters.filter((chapter) => chapter.stage === null)}
      />
      <ReferenceList />
    </>
  );
}
