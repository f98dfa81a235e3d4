import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { GradingQueue } from "@/components/teach/grading/queue/grading-queue";
import { LinkButton } from "@/components/ui/link-button";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { assignmentPath } from "@/lib/classroom/paths";
import { STAFF } from "@/lib/classroom/roles";
import { loadQueue } from "@/lib/data/grading/load-queue";
import { orNotFound, pageMember } from "../../../page-member";
import { releaseGradesAction, withdrawGradesAction } from "./actions";

export const metadata: Metadata = { title: "Grading", robots: { index: false } };

const actions = { release: releaseGradesAction, withdraw: withdrawGradesAction };

export default async function GradingPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/grading">) {
  const [ids, query] = await Promise.all([params, searchParams]);
  const { viewer } = await pageMember(ids.classId, STAFF);
  const view = parseGradingView(query);
  const queue = await orNotFound(loadQueue(viewer, ids, view, new Date()));
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={queue.assignment.title} />}
        title="Grading"
        lead={
          queue.assignment.isHidden ? "Anonymous: students are numbers until grades are released." : undefined
        }
        actions={
          <LinkButton
            prefetch={false}
            href={`${assignmentPath(ids.classId, ids.assignmentId)}/grading/groups`}
          >
            Grade in groups
          </LinkButton>
        }
      />
      <GradingQueue {...{ queue, view, actions }} ids={ids} />
    </PageShell>
  );
}
