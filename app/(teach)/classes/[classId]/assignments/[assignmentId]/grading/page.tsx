import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { GradingQueue } from "@/components/teach/grading/queue/grading-queue";
import { currentViewer } from "@/lib/auth/viewer";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { loadQueue } from "@/lib/data/grading/load-queue";
import { AppError } from "@/lib/errors";
import { releaseGradesAction, withdrawGradesAction } from "./actions";

export const metadata: Metadata = { title: "Grading", robots: { index: false } };

const actions = { release: releaseGradesAction, withdraw: withdrawGradesAction };

export default async function GradingPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/grading">) {
  const [ids, query] = await Promise.all([params, searchParams]);
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/classes/${encodeURIComponent(ids.classId)}`);
  const view = parseGradingView(query);
  const queue = await loadQueue(viewer, ids, view, new Date()).catch((error: unknown) => {
    if (error instanceof AppError && ["not-found", "forbidden"].includes(error.code)) notFound();
    throw error;
  });
  return (
    <PageShell>
      <PageHeader
        eyebrow={`${queue.className} · ${queue.assignment.title}`}
        title="Grading"
        lead={
          queue.assignment.isHidden ? "Anonymous: students are numbers until grades are released." : undefined
        }
      />
      <GradingQueue {...{ queue, view, actions }} ids={ids} />
    </PageShell>
  );
}
