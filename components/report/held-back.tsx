import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { LinkButton } from "@/components/ui/link-button";
import { assignmentPath } from "@/lib/classroom/paths";
import type { InterviewAssignment } from "@/lib/data/submission/assignment-of";

/** Stands in a report's place while its assignment holds it back. */
export function HeldBack({ assignment }: { assignment: InterviewAssignment }) {
  const { classId, assignmentId, className, title, attempt } = assignment;
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow={`${className}, attempt ${attempt}`}
        title={title}
        lead="Your instructor releases reports with the grades. Nothing is lost until then: your answer, your board and the machine's reading are kept as they were submitted."
        actions={
          <LinkButton variant="primary" href={assignmentPath(classId, assignmentId)}>
            Go to the assignment
          </LinkButton>
        }
      />
    </PageShell>
  );
}
