import type { Metadata } from "next";
import { PageShell } from "@/components/layout/page-shell";
import { EvidencePanel } from "@/components/teach/evidence/evidence-panel";
import { GradingScreen } from "@/components/teach/grading/screen/grading-screen";
import { sideTabs } from "@/components/teach/grading/screen/side-tabs";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { STAFF } from "@/lib/classroom/roles";
import { loadSubmission } from "@/lib/data/grading/load-submission";
import { loadEvidence } from "@/lib/data/submission/load-evidence";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { orNotFound, pageMember } from "../../../../page-member";
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
  const { viewer } = await pageMember(ids.classId, STAFF);
  const view = parseGradingView(query);
  const submission = await orNotFound(loadSubmission(viewer, ids, view, new Date()));
  const evidence = await loadEvidence(viewer, ids);
  const hasEvidence = evidence.required !== null || evidence.runs.length > 0;
  const evidenceTab = { id: "evidence", label: "Lab run", content: <EvidencePanel {...evidence} /> };
  return (
    <PageShell width="full" className="max-w-[110rem] pt-4 sm:pt-4">
      <GradingScreen
        key={submission.ids.submissionId}
        {...{ submission, view, actions }}
        at={stageSchema.safeParse(query.at).data ?? null}
        tabs={[...sideTabs(submission), ...(hasEvidence ? [evidenceTab] : [])]}
      />
    </PageShell>
  );
}
