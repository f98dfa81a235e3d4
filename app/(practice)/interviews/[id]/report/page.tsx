import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { HeldBack } from "@/components/report/held-back";
import { MissedCardsOffer } from "@/components/report/missed-cards";
import { ReportActions } from "@/components/report/report-actions";
import { ReportView } from "@/components/report/report-view";
import { SelfScoreForm } from "@/components/report/self-score-form";
import { SharePanel } from "@/components/report/share-panel";
import { currentViewer } from "@/lib/auth/viewer";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { worldOf } from "@/lib/content/world-of";
import { readMissedCards } from "@/lib/data/learning/missed-cards";
import { comparisonOf } from "@/lib/data/report/load-comparison";
import { loadReport } from "@/lib/data/report/load-report";
import { listShareLinks } from "@/lib/data/report/share-links";
import { readPartnerComparisons } from "@/lib/data/seat/read-partner-comparisons";
import { readSecondProgress } from "@/lib/data/second-grade/read-progress";
import { readSelfScores } from "@/lib/data/self-scores/read-self-scores";
import { assignmentOf } from "@/lib/data/submission/assignment-of";
import { AppError } from "@/lib/errors";
import { includedStages } from "@/lib/framework/included-stages";
import { stageRatings } from "@/lib/grading/rubric/level";
import { compareScores } from "@/lib/learning/self-scores";
import { addMissedCardsAction } from "../../../review/actions";
import { askAgainAction, createShareLinkAction, revealReportAction, revokeShareLinkAction } from "./actions";

export const metadata: Metadata = { title: "Report", robots: { index: false } };

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export default async function ReportPage({ params }: PageProps<"/interviews/[id]/report">) {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/interviews/${encodeURIComponent(id)}/report`);
  const assignment = await assignmentOf(viewer, id);
  if (assignment?.isHeldBack) return <HeldBack assignment={assignment} />;
  const report = await loadReport(viewer, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  if (!report) redirect(`/interviews/${id}`);
  const own = await readSelfScores(viewer, id);
  if (!own) {
    return (
      <PageShell width="medium">
        <PageHeader
          eyebrow="Submitted"
          title={report.caseTitle}
          lead="Before you see the report: how good was each stage? The gap between your rating and the report is the most useful number there."
        />
        <SelfScoreForm
          interviewId={id}
          stages={includedStages(report.setup.stages)}
          reveal={revealReportAction}
        />
      </PageShell>
    );
  }
  const links = await listShareLinks(viewer, id, new Date());
  const missed = await readMissedCards(viewer, report);
  const compareWith = await comparisonOf(viewer, id);
  const reading = await readSecondProgress(viewer, id);
  const partners = await readPartnerComparisons(viewer, id, report.points);
  const { setup } = report;
  return (
    <PageShell width="wide">
      <PageHeader
        eyebrow={`Report, ${setup.mode} mode, ${setup.lengthMinutes} minutes`}
        title={report.caseTitle}
        lead={`Submitted on ${date.format(report.submittedAtMs)}.`}
        actions={<ReportActions interviewId={id} compareWith={compareWith} />}
      />
      <MissedCardsOffer
        interviewId={id}
        total={missed.total}
        points={missed.byPoint.size}
        toAdd={missed.toAdd}
        add={addMissedCardsAction}
      />
      <ReportView
        report={report}
        world={worldOf(setup.caseSlug)}
        modelAnswers={modelAnswerOf(setup.caseSlug, setup.level)}
        cards={missed}
        partners={partners}
        selfScores={compareScores(own, stageRatings(report.points))}
        ownReading={{ interviewId: id, stagesDone: reading?.stagesDone, askAgain: askAgainAction }}
      />
      <div className="mt-12">
        <SharePanel
          interviewId={id}
          links={links.map((link) => ({ id: link.id, expires: date.format(link.expiresAt) }))}
          create={createShareLinkAction}
          revoke={revokeShareLinkAction}
        />
      </div>
    </PageShell>
  );
}
