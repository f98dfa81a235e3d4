import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { OwnAssignmentTable } from "@/components/teach/assignment/own-assignment-table";
import { StaffAssignmentTable } from "@/components/teach/assignment/staff-assignment-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { isStaff } from "@/lib/classroom/roles";
import { listAssignments } from "@/lib/data/assignment/list-assignments";
import { listOwnAssignments } from "@/lib/data/assignment/own-assignments";
import type { Membership } from "@/lib/data/class/membership";
import type { Viewer } from "@/lib/viewer";
import { pageMember } from "../page-member";

export const metadata: Metadata = { title: "Assignments", robots: { index: false } };

async function StaffList({ viewer, member, now }: { viewer: Viewer; member: Membership; now: Date }) {
  const { classId, timeZone } = member;
  const { students, assignments } = await listAssignments(viewer, classId);
  if (assignments.length === 0)
    return (
      <EmptyState title="Nothing is assigned yet">
        An assignment is a case with a mode, a level and a due date. Students take it as an interview.
      </EmptyState>
    );
  return <StaffAssignmentTable {...{ classId, timeZone, students, assignments }} nowMs={now.getTime()} />;
}

async function OwnList({ viewer, member, now }: { viewer: Viewer; member: Membership; now: Date }) {
  const { classId, timeZone } = member;
  const assignments = await listOwnAssignments(viewer, classId, now);
  if (assignments.length === 0)
    return (
      <EmptyState title="Nothing is assigned yet">
        Assignments appear here when your instructor releases them.
      </EmptyState>
    );
  return <OwnAssignmentTable {...{ classId, timeZone, assignments }} />;
}

export default async function AssignmentsPage({ params }: PageProps<"/classes/[classId]/assignments">) {
  const { viewer, member } = await pageMember((await params).classId);
  const { classId, role, isArchived } = member;
  const List = isStaff(role) ? StaffList : OwnList;
  const mayMake = role === "instructor" && !isArchived;
  return (
    <PageShell>
      <PageHeader
        title="Assignments"
        actions={
          mayMake && (
            <LinkButton variant="primary" href={`/classes/${classId}/assignments/new`}>
              New assignment
            </LinkButton>
          )
        }
      />
      <List viewer={viewer} member={member} now={new Date()} />
    </PageShell>
  );
}
