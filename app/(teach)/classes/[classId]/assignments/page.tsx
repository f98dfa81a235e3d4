import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { NewAssignmentLink } from "@/components/teach/assignment/new-assignment-link";
import { AssignmentList } from "../assignment-list";
import { pageMember } from "../page-member";

export const metadata: Metadata = { title: "Assignments", robots: { index: false } };

export default async function AssignmentsPage({ params }: PageProps<"/classes/[classId]/assignments">) {
  const { viewer, member } = await pageMember((await params).classId);
  return (
    <PageShell>
      <PageHeader title="Assignments" actions={<NewAssignmentLink member={member} />} />
      <AssignmentList viewer={viewer} member={member} now={new Date()} />
    </PageShell>
  );
}
