import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Assumptions } from "@/components/content/assumptions";
import { CaseBrief } from "@/components/content/case-brief";
import { ModelAnswers } from "@/components/content/model-answers";
import { Prose } from "@/components/content/prose";
import { ReadingLayout } from "@/components/content/reading-layout";
import { contentComponents } from "@/components/content/registry";
import { SolutionFold } from "@/components/content/solution-fold";
import { CaseFunnel } from "@/components/lab/case-funnel";
import { citedSources } from "@/lib/content/citations";
import { contentFiles, listCases, loadGlossary, loadSources } from "@/lib/content/load";
import { headingsOf, wordCount } from "@/lib/content/markdown";

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
        <ReadingLayout headings={headingsOf(text)}>
          <Assumptions assumes={found.solution.assumes} />
          <Prose>
            <Solution components={contentComponents(citedSources(text, loadSources()), loadGlossary())} />
          </Prose>
          <ModelAnswers answers={found.answers} />
        </ReadingLayout>
      </SolutionFold>
    </article>
  );
}
