import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ReportView } from "@/components/report/report-view";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { worldOf } from "@/lib/content/world-of";
import { loadSharedReport } from "@/lib/data/report/share-links";

// The address is the key: it is kept out of search engines and out of the Referer of links that are followed.
export const metadata: Metadata = {
  title: "Shared report",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function SharedReportPage({ params }: PageProps<"/shared/[token]">) {
  const { token } = await params;
  const report = await loadSharedReport(token, new Date());
  if (!report) notFound();
  const { setup } = report;
  return (
    <PageShell width="wide">
      <PageHeader
        eyebrow={`Shared report, ${setup.mode} mode, ${setup.lengthMinutes} minutes`}
        title={report.caseTitle}
      />
      <ReportView
        report={report}
        world={worldOf(setup.caseSlug)}
        modelAnswers={modelAnswerOf(setup.caseSlug, setup.level)}
      />
    </PageShell>
  );
}
