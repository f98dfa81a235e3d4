import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { LearningState } from "@/components/progress/learning-state";
import { NextSteps } from "@/components/progress/next-steps";
import { ReadingState } from "@/components/progress/reading-state";
import { SelfRating } from "@/components/progress/self-rating";
import { SkillByStage } from "@/components/progress/skill-by-stage";
import { TimeUse } from "@/components/progress/time-use";
import { currentViewer } from "@/lib/auth/viewer";
import { readProgress } from "@/lib/data/progress/read-progress";

export const metadata: Metadata = { title: "Progress", robots: { index: false } };

export default async function ProgressPage() {
  const viewer = await currentViewer();
  const { steps, attempts, learning, quizzes, reading, pointTexts } = await readProgress(viewer, new Date());
  return (
    <PageShell className="pb-16">
      <PageHeader
        title="Progress"
        lead="What your interviews, cards and reading add up to, and what follows."
      />
      <div className="grid grid-cols-1 gap-14">
        <NextSteps steps={steps} />
        <SkillByStage attempts={attempts} />
        <div className="grid grid-cols-1 gap-x-12 gap-y-14 lg:grid-cols-2">
          <TimeUse attempts={attempts} />
          <SelfRating attempts={attempts} />
          <LearningState learning={learning} pointTexts={pointTexts} />
          <ReadingState reading={reading} quizzes={quizzes} />
        </div>
      </div>
    </PageShell>
  );
}
