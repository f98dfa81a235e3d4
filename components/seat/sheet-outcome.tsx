import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { PartnerSection } from "@/components/report/partner-section";
import type { PartnerComparison } from "@/lib/learning/partner-comparison";

/** What a partner sees after the submission: the machine's verdicts on the points that they marked, and nothing else. */
export function SheetOutcome({
  caseTitle,
  comparison,
}: {
  caseTitle: string;
  comparison: PartnerComparison;
}) {
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow="Your scoring sheet"
        title={caseTitle}
        lead="The interview is submitted. This is what the machine found on the points that you marked; the rest of the report is the candidate's."
      />
      <PartnerSection comparison={comparison} number={null} />
    </PageShell>
  );
}
