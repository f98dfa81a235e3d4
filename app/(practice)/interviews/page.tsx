import type { Metadata } from "next";
import { InterviewList } from "@/components/interview/list/interview-list";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { listCases } from "@/lib/content/load";
import { listInterviews } from "@/lib/data/interview/list-interviews";

export const metadata: Metadata = { title: "Interviews", robots: { index: false } };

export default async function InterviewsPage() {
  const viewer = await currentViewer();
  const interviews = viewer ? await listInterviews(viewer) : [];
  const titles = new Map(listCases().map(({ slug, meta }) => [slug, meta.title]));
  return (
    <PageShell width="medium">
      <PageHeader
        title="Interviews"
        lead="Yours, newest first. An open one can be taken up on any device you are signed in on."
        actions={
          <LinkButton variant="primary" href="/interviews/new">
            Start a mock interview
          </LinkButton>
        }
      />
      <InterviewList
        isGuest={viewer?.isGuest ?? false}
        interviews={interviews.map((interview) => ({
          ...interview,
          caseTitle: titles.get(interview.caseSlug) ?? interview.caseSlug,
        }))}
      />
    </PageShell>
  );
}
