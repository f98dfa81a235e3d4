import Link from "next/link";
import { BrowserFacts } from "@/components/home/browser-facts";
import { CaseCard, type CaseCardProps } from "@/components/home/case-card";
import { HomeSection } from "@/components/home/home-section";
import { HostCommands } from "@/components/home/host-commands";
import { Receipt, type ReceiptExample } from "@/components/home/receipt";
import { StageList } from "@/components/home/stage-list";
import { ContinueReading, type ReadablePage } from "@/components/reading/continue-reading";

export function StagesSection({ pages }: { pages: readonly ReadablePage[] }) {
  return (
    <HomeSection
      title="Seven stages"
      lead={<p>A round has an order and a clock. Each stage has a chapter that computes what it claims.</p>}
    >
      <ContinueReading pages={pages} />
      <StageList />
    </HomeSection>
  );
}

export function CaseSection(card: CaseCardProps) {
  return (
    <HomeSection
      title="The case"
      lead={
        <p>
          Vague on purpose. The interviewer knows the numbers, tells them when asked, and changes a
          requirement midway.
        </p>
      }
    >
      <CaseCard {...card} />
    </HomeSection>
  );
}

export function ScoreSection({ example }: { example: ReceiptExample }) {
  return (
    <HomeSection
      title="How a score is earned"
      lead={
        <>
          <p>A point is earned by words that you wrote, and the report shows them. No quote, no credit.</p>
          <p>The grader is part of Shortlist: it needs no language model and no key.</p>
          <p>
            How well it grades is measured, and published:{" "}
            <Link href="/grader">the grader’s report card</Link>.
          </p>
        </>
      }
    >
      <Receipt example={example} />
    </HomeSection>
  );
}

export function BrowserSection() {
  return (
    <HomeSection
      title="What runs in your browser"
      lead={
        <p>Models, training and index are here, in a worker. Nothing you do in the lab leaves this device.</p>
      }
    >
      <BrowserFacts />
    </HomeSection>
  );
}

export function HostSection() {
  return (
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
  );
}
