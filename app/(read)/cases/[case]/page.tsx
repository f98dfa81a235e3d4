import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Assumptions } from "@/components/content/assumptions";
import { CaseBrief } from "@/components/content/case-brief";
import { ModelAnswers } from "@/components/content/model-answers";
import { Prose } from "@/components/content/prose";
import { ReadingLayout } from "@/components/content/reading-layout";
import { contentComponents } from "@/components/content/registry";
import { RubricPoints } from "@/components/content/rubric-points";
import { SolutionFold } from "@/components/content/solution-fold";
import { CaseFunnel } from "@/components/lab/case-funnel";
import { ReadingArea } from "@/components/reading/reading-area";
import { calculationsOf } from "@/lib/content/calculations";
import { citedSources } from "@/lib/content/citations";
import { contentFiles, listCases, loadGlossary, loadSources } from "@/lib/content/load";
import { headingsOf, wordCount } from "@/lib/content/markdown";
import { modelReceipts } from "@/lib/content/model-receipts";
import { headingTitles } from "@/lib/content/search-documents";

/** Sections of the page that stand below the written solution. */
const AFTER_THE_TEXT = [
  { depth: 2, text: "What the interviewer listens for", anchor: "points", line: 0 },
  { depth: 2, text: "Model answers by level", anchor: "model-answers", line: 0 },
];

import { CaseCards } from "./case-cards";

type Props = { params: Promise<{ case: string }> };

export const dynamicParams = false;
export const generateStaticParams = () => listCases().map(({ slug }) => ({ case: slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { case: slug } = await params;
  const meta = listCases().find((found) => found.slug === slug)?.meta;
  return meta ? { title: meta.title, description: meta.summary } : {};
}

export default async function CasePage({ params }: Props) {
  const { case: slug } = await params;
  const found = listCases().find((other) => other.slug === slug);
  if (!found) notFound();
  const { default: Solution }: { default: MDXContent } = await import(`@/content/cases/${slug}/index.mdx`);
  const text = contentFiles().get(`cases/${slug}/index.mdx`) ?? "";
  return (
    <article>
      <CaseBrief found={found} />
      <section aria-label="The pipeline of this case" className="mt-10 max-w-5xl">
        <CaseFunnel world={found.meta.world} labPreset={found.meta.labPreset} />
      </section>
      <SolutionFold words={wordCount(text)} themes={found.meta.themes}>
        <h2 className="font-serif text-3xl font-semibold tracking-tight text-balance">
          {found.solution.title}
        </h2>
        <p className="mt-2 max-w-2xl text-lg text-ink-2">{found.solution.summary}</p>
        <ReadingLayout headings={[...headingsOf(text), ...AFTER_THE_TEXT]}>
          <Assumptions assumes={found.solution.assumes} calculations={calculationsOf(text)} />
          <ReadingArea path={`/cases/${slug}`}>
            <Prose>
              <Solution components={contentComponents(citedSources(text, loadSources()), loadGlossary())} />
            </Prose>
          </ReadingArea>
          <RubricPoints
            points={found.rubric.points}
            receipts={modelReceipts(found)}
            headings={headingTitles()}
          />
          <ModelAnswers answers={found.answers} />
          <CaseCards slug={slug} />
        </ReadingLayout>
      </SolutionFold>
    </article>
  );
}
