import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { decisionStatus } from "@/components/content/decision-status";
import { Eyebrow } from "@/components/content/eyebrow";
import { FactLine } from "@/components/content/fact-line";
import { Markdown } from "@/components/content/markdown";
import { PreviousNext } from "@/components/content/previous-next";
import { Prose } from "@/components/content/prose";
import { ReadingLayout } from "@/components/content/reading-layout";
import { PageHeader } from "@/components/layout/page-shell";
import { listDecisions } from "@/lib/content/load";
import { headingsOf } from "@/lib/content/markdown";

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;
export const generateStaticParams = () => listDecisions().map(({ id }) => ({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const meta = listDecisions().find((decision) => decision.id === id)?.meta;
  return meta
    ? { title: meta.title, description: `Decision ${meta.number} of Shortlist: ${meta.title}.` }
    : {};
}

export default async function DecisionPage({ params }: Props) {
  const { id } = await params;
  const decisions = listDecisions();
  const index = decisions.findIndex((decision) => decision.id === id);
  const decision = decisions[index];
  if (!decision) notFound();
  const linkTo = (other: (typeof decisions)[number] | undefined) =>
    other ? { href: `/decisions/${other.id}`, title: other.meta.title } : null;
  return (
    <article>
      <PageHeader
        eyebrow={<Eyebrow href="/decisions" label="Decisions" position={`Number ${decision.meta.number}`} />}
        title={decision.meta.title}
      />
      <FactLine facts={[decisionStatus(decision.meta, decisions)]} />
      <ReadingLayout headings={headingsOf(decision.text)}>
        <Prose>
          <Markdown text={decision.text} anchors />
        </Prose>
        <PreviousNext
          label="Decisions"
          previous={linkTo(decisions[index - 1])}
          next={linkTo(decisions[index + 1])}
        />
      </ReadingLayout>
    </article>
  );
}
