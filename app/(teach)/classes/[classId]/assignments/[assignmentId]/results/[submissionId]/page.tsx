import type { Metadata } from "next";
import Link from "next/link";
import { PrintButton } from "@/components/content/print-button";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { ResultView } from "@/components/teach/result/result-view";
import { EmptyState } from "@/components/ui/empty-state";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { STUDENTS } from "@/lib/classroom/roles";
import { loadResult } from "@/lib/data/result/load-result";
import { orNotFound, pageMember } from "../../../../page-member";
import { askRegradeAction } from "./actions";

export const metadata: Metadata = { title: "Result", robots: { index: false } };

type Props = PageProps<"/classes/[classId]/assignments/[assignmentId]/results/[submissionId]">;

export default async function ResultPage({ params }: Props) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId, STUDENTS);
  const { assignmentTitle, result } = await orNotFound(loadResult(viewer, ids));
  const assignmentPath = `/classes/${ids.classId}/assignments/${ids.assignmentId}`;
  if (!result)
    return (
      <PageShell width="medium">
        <PageHeader eyebrow={<AssignmentLink ids={ids} title={assignmentTitle} />} title="Result" />
        <EmptyState title="The grades are not released yet.">
          Grade, comments and the machine’s report stand here as soon as your graders release them, for
          everybody at once.
        </EmptyState>
      </PageShell>
    );
  const isOpen = Date.now() <= result.regradeEndsAtMs && !member.isArchived;
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={assignmentTitle} />}
        title={result.caseTitle}
        lead={`Attempt ${result.attempt}, submitted ${dateWords(result.submittedAtMs, member.timeZone)}.`}
        actions={<PrintButton label="Print" />}
      />
      {result.gradedSubmissionId && (
        <p className="mb-6 rounded-md border border-line bg-sunken px-4 py-3 text-sm">
          Your grade is made of another attempt.{" "}
          <Link href={`${assignmentPath}/results/${result.gradedSubmissionId}`}>See that one</Link>
        </p>
      )}
      <ResultView
        result={result}
        asking={isOpen && !result.gradedSubmissionId ? { ids, ask: askRegradeAction } : null}
      />
      {isOpen && (
        <p className="mt-4 text-sm text-ink-2 print:hidden">
          You can ask to look at a point again until {dateWords(result.regradeEndsAtMs, member.timeZone)}.
        </p>
      )}
    </PageShell>
  );
}
