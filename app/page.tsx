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
import { loadCase } from "@/lib/content/load";
import { exampleReceipt } from "./example-receipt";

const CASE = "video-recommendation";

export default function HomePage() {
  const { meta, rubric, interviewer } = loadCase(CASE);
  return (
    <PageShell>
      <Hero />
      <StagesSection />
      <CaseSection slug={CASE} prompt={meta.prompt} facts={caseFacts({ meta, rubric, interviewer })} />
      <ScoreSection example={exampleReceipt(CASE)} />
      <BrowserSection />
      <HostSection />
    </PageShell>
  );
}
