import { caseFacts } from "@/components/content/case-facts";
import { BrowserFacts } from "@/components/home/browser-facts";
import { CaseCard } from "@/components/home/case-card";
import { Hero } from "@/components/home/hero";
import { HomeSection } from "@/components/home/home-section";
import { HostCommands } from "@/components/home/host-commands";
import { StageList } from "@/components/home/stage-list";
import { PageShell } from "@/components/layout/page-shell";
import { loadCase } from "@/lib/content/load";

export default function HomePage() {
  const { slug, meta, rubric, interviewer } = loadCase("video-recommendation");
  return (
    <PageShell>
      <Hero />
      <HomeSection
        title="Seven stages"
        lead={<p>A round has an order and a clock. Each stage has a chapter that computes what it claims.</p>}
      >
        <StageList />
      </HomeSection>
      <HomeSection
        title="The case"
        lead={
          <p>
            Vague on purpose. The interviewer knows the numbers, tells them when asked, and changes a
            requirement midway.
          </p>
        }
      >
        <CaseCard
          slug={slug}
          title={meta.title}
          prompt={meta.prompt}
          facts={caseFacts({ meta, rubric, interviewer })}
        />
      </HomeSection>
      <HomeSection
        title="What runs in your browser"
        lead={
          <p>
            Models, training and index are here, in a worker. Nothing you do in the lab leaves this device.
          </p>
        }
      >
        <BrowserFacts />
      </HomeSection>
      <HomeSection
        title="For hosts"
        lead={
          <p>
            Node 20.19 or newer and npm; nothing else to install, nothing to sign up for. Give it a PostgreSQL
            address when you outgrow the embedded one.
          </p>
        }
      >
        <HostCommands />
      </HomeSection>
    </PageShell>
  );
}
