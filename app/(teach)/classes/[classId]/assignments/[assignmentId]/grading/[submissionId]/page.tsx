import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageShell } from "@/components/layout/page-shell";
import { GradingScreen } from "@/components/teach/grading/screen/grading-screen";
import { sideTabs } from "@/components/teach/grading/screen/side-tabs";
import { currentViewer } from "@/lib/auth/viewer";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { loadSubmission } from "@/lib/data/grading/load-submission";
import { AppError } from "@/lib/errors";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { adjustGradeAction, decidePointsAction, loadHistoryAction, visitSubmissionAction } from "../actions";

export const metadata: Metadata = { title: "Grade a submission", robots: { index: false } };

const actions = {
  decide: decidePointsAction,
  visit: visitSubmissionAction,
  history: loadHistoryAction,
  adjust: adjustGradeAction,
};

export default async function GradeSubmissionPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/grading/[submissionId]">) {
  const [ids, query] = await Promise.all([params, searchParams]);
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/classes/${encodeURIComponent(ids.classId)}`);
  const view = parseGradingView(query);
  const submission = await loadSubmission(viewer, ids, view, new Date()).catch((error: unknown) => {
    if (error instanceof AppError && ["not-found", "forbidden"].includes(error.code)) notFound();
    throw error;
  });
  return (
    <PageShell width="full" className="max-w-[110rem] pt-4 sm:pt-4">
      <GradingScreen
        key={submission.ids.submissionId}
        {...{ submission, view, actions }}
        at={stageSchema.safeParse(query.at).data ?? null}
        tabs={sideTabs(submission)}
      />
    </PageShell>
  );
}
