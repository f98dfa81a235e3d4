import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { GroupsView } from "@/components/teach/groups/groups-view";
import { parseGroupView } from "@/lib/classroom/groups/view";
import { assignmentPath } from "@/lib/classroom/paths";
import { STAFF } from "@/lib/classroom/roles";
import { loadGroups } from "@/lib/data/grading-group/load-groups";
import { orNotFound, pageMember } from "../../../../page-member";
import { recalibrateAction, setGroupCreditAction } from "./actions";

export const metadata: Metadata = { title: "Grading in groups", robots: { index: false } };

const actions = { recalibrate: recalibrateAction, setCredit: setGroupCreditAction };

export default async function GroupsPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/grading/groups">) {
  const [ids, query] = await Promise.all([params, searchParams]);
  const { viewer } = await pageMember(ids.classId, STAFF);
  const view = parseGroupView(query);
  const groups = await orNotFound(loadGroups(viewer, ids, view));
  const base = `${assignmentPath(ids.classId, ids.assignmentId)}/grading`;
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={groups.assignment.title} />}
        title="Grading in groups"
        lead="Answers that say the same, decided at once. Nobody's earlier decision is overwritten."
      />
      <p className="mb-4 text-sm">
        <Link href={base} prefetch={false} className="text-accent underline underline-offset-2">
          Back to the queue
        </Link>
      </p>
      <GroupsView {...{ groups, view, ids, base, actions }} />
    </PageShell>
  );
}
