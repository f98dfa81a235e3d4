import type { Metadata } from "next";
import { PageShell } from "@/components/layout/page-shell";
import { EvidencePanel } from "@/components/teach/evidence/evidence-panel";
import { FeedbackProvider } from "@/components/teach/feedback/feedback-provider";
import { GradingScreen } from "@/components/teach/grading/screen/grading-screen";
import { sideTabs } from "@/components/teach/grading/screen/side-tabs";
import { subjectOf } from "@/lib/classroom/feedback/subject";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { STAFF } from "@/lib/classroom/roles";
import { readFeedback } from "@/lib/data/grade-comment/read-feedback";
import { loadSubmission } from "@/lib/data/grading/load-submission";
import { loadEvidence } from "@/lib/data/submission/load-evidence";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { orNotFound, pageMember } from "../../../../page-member";
import { adjustGradeAction, decidePointsAction, loadHistoryAction, visitSubmissionAction } from "../actions";
import {
  addCommentAction,
  deleteBankCommentAction,
  deleteCommentAction,
  editBankCommentAction,
  editCommentAction,
  restoreCommentAction,
  saveToBankAction,
} from "./feedback-actions";

export const metadata: Metadata = { title: "Grade a submission", robots: { index: false } };

const actions = {
  decide: decidePointsAction,
  visit: visitSubmissionAction,
  history: loadHistoryAction,
  adjust: adjustGradeAction,
};
const feedbackActions = {
  add: addCommentAction,
  edit: editCommentAction,
  remove: deleteCommentAction,
  restore: restoreCommentAction,
  saveToBank: saveToBankAction,
  editInBank: editBankCommentAction,
  removeFromBank: deleteBankCommentAction,
};

export default async function GradeSubmissionPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/grading/[submissionId]">) {
  const [ids, query] = await Promise.all([params, searchParams]);
  const { viewer, member } = await pageMember(ids.classId, STAFF);
  const view = parseGradingView(query);
  const [submission, feedback] = await orNotFound(
    Promise.all([loadSubmission(viewer, ids, view, new Date()), readFeedback(viewer, ids)]),
  );
  const evidence = await loadEvidence(viewer, ids);
  const hasEvidence = evidence.required !== null || evidence.runs.length > 0;
  const evidenceTab = {
    id: "evidence",
    label: "Lab run",
    content: <EvidencePanel {...evidence} timeZone={member.timeZone} />,
  };
  return (
    <PageShell width="full" className="max-w-[110rem]! pt-4!">
      <FeedbackProvider
        key={submission.ids.submissionId}
        submission={submission.ids}
        subject={subjectOf(submission)}
        {...feedback}
        actions={feedbackActions}
        canWrite={!submission.isArchived}
      >
        <GradingScreen
          {...{ submission, view, actions }}
          at={stageSchema.safeParse(query.at).data ?? null}
          tabs={[...sideTabs(submission), ...(hasEvidence ? [evidenceTab] : [])]}
        />
      </FeedbackProvider>
    </PageShell>
  );
}
