import type { Metadata } from "next";
import { LanguageModelNotice } from "@/components/interview/start/language-model-notice";
import { StartForm } from "@/components/interview/start/start-form";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { listCases } from "@/lib/content/load";
import { describeLanguageModel } from "@/lib/llm/describe";
import { startInterviewAction } from "./actions";

export const metadata: Metadata = {
  title: "Start a mock interview",
  description: "Choose a case, a level and a mode. No account is needed.",
};

export default async function NewInterviewPage({ searchParams }: PageProps<"/interviews/new">) {
  const { case: wanted } = await searchParams;
  const cases = listCases().map(({ slug, meta }) => ({ slug, title: meta.title, summary: meta.summary }));
  const initialCase = cases.find(({ slug }) => slug === wanted)?.slug ?? cases[0]?.slug ?? "";
  const languageModel = describeLanguageModel();
  return (
    <PageShell width="wide">
      <PageHeader
        title="Start a mock interview"
        lead="A scripted interviewer, a clock, a board, and a report in which every point shows the words that earned it. No account needed."
      />
      {languageModel && <LanguageModelNotice {...languageModel} />}
      <StartForm cases={cases} initialCase={initialCase} start={startInterviewAction} />
    </PageShell>
  );
}
