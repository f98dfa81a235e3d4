import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ReplayView } from "@/components/replay/replay-view";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { loadReplay } from "@/lib/data/report/load-replay";
import { AppError } from "@/lib/errors";

export const metadata: Metadata = { title: "Replay", robots: { index: false } };

export default async function ReplayPage({ params }: PageProps<"/interviews/[id]/replay">) {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/interviews/${encodeURIComponent(id)}/replay`);
  const loaded = await loadReplay(viewer, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  // Not submitted, or not revealed: the report's page knows which, and where to go on.
  if (!loaded) redirect(`/interviews/${id}/report`);
  const { report, log } = loaded;
  return (
    <PageShell width="wide">
      <PageHeader
        eyebrow="Replay"
        title={report.caseTitle}
        lead="The whole interview on one line of time: what you wrote, drew and said, and the minute at which each point was earned."
        actions={<LinkButton href={`/interviews/${id}/report`}>Report</LinkButton>}
      />
      <ReplayView log={log} points={report.points} />
    </PageShell>
  );
}
