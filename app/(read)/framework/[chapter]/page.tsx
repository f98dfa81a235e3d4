import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Assumptions } from "@/components/content/assumptions";
import { chapterFacts, chapterPosition } from "@/components/content/chapter-facts";
import { Eyebrow } from "@/components/content/eyebrow";
import { FactLine } from "@/components/content/fact-line";
import { PreviousNext } from "@/components/content/previous-next";
import { Prose } from "@/components/content/prose";
import { ReadingLayout } from "@/components/content/reading-layout";
import { contentComponents } from "@/components/content/registry";
import { PageHeader } from "@/components/layout/page-shell";
import { ReadingArea } from "@/components/reading/reading-area";
import { calculationsOf } from "@/lib/content/calculations";
import { citedSources } from "@/lib/content/citations";
import { listChapters, loadGlossary, loadSources } from "@/lib/content/load";
import { headingsOf, wordCount } from "@/lib/content/markdown";
import { ChapterQuiz } from "./chapter-quiz";

type Props = { params: Promise<{ chapter: string }> };

export const dynamicParams = false;
export const generateStaticParams = () => listChapters().map(({ slug }) => ({ chapter: slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { chapter: slug } = await params;
  const meta = listChapters().find((chapter) => chapter.slug === slug)?.meta;
  return meta ? { title: meta.title, description: meta.summary } : {};
}

export default async function ChapterPage({ params }: Props) {
  const { chapter: slug } = await params;
  const chapters = listChapters();
  const index = chapters.findIndex((chapter) => chapter.slug === slug);
  const chapter = chapters[index];
  if (!chapter) notFound();
  const { default: Content }: { default: MDXContent } = await import(
    `@/content/framework/${chapter.file}.mdx`
  );
  const { meta, text } = chapter;
  const linkTo = (other: (typeof chapters)[number] | undefined) =>
    other ? { href: `/framework/${other.slug}`, title: other.meta.title } : null;
  return (
    <article>
      <PageHeader
        eyebrow={<Eyebrow href="/framework" label="Framework" position={chapterPosition(meta.stage)} />}
        title={meta.title}
        lead={meta.summary}
      />
      <FactLine facts={chapterFacts(meta, wordCount(text))} />
      <ReadingLayout headings={headingsOf(text)}>
        <Assumptions assumes={meta.assumes} calculations={calculationsOf(text)} />
        <ReadingArea path={`/framework/${slug}`}>
          <Prose>
            <Content components={contentComponents(citedSources(text, loadSources()), loadGlossary())} />
          </Prose>
        </ReadingArea>
        <ChapterQuiz chapter={chapter} />
        <PreviousNext
          label="Chapters"
          previous={linkTo(chapters[index - 1])}
          next={linkTo(chapters[index + 1])}
        />
      </ReadingLayout>
    </article>
  );
}
