import { caseFacts } from "@/components/content/case-facts";
import { Hero } from "@/components/home/hero";
import {
  BrowserSection,
  CaseSection,
  HostSection,
  ScoreSection,
  StagesSection,
} from "@/components/home/sections";
import { PageShell } from "@/components/layout/page-shell";
import { ReadingSync } from "@/components/reading/reading-sync";
import { loadCase } from "@/lib/content/load";
import { readablePages } from "@/lib/content/readable-pages";
import { readingActions } from "./(read)/reading/reading-actions";
import { exampleReceipt } from "./example-receipt";

const CASE = "video-recommendation";

export default function HomePage() {
  const { meta, rubric, interviewer } = loadCase(CASE);
  return (
    <PageShell>
      <ReadingSync actions={readingActions} />
      <Hero />
      <StagesSection pages={readablePages()} />
      <CaseSection slug={CASE} prompt={meta.prompt} facts={caseFacts({ meta, rubric, interviewer })} />
      <ScoreSection example={exampleReceipt(CASE)} />
      <BrowserSection />
      <HostSection />
    </PageShell>
  );
}
