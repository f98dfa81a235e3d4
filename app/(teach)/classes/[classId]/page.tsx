import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { NewAssignmentLink } from "@/components/teach/assignment/new-assignment-link";
import { ClassOverviewView } from "@/components/teach/class/class-overview";
import { LeaveClass } from "@/components/teach/class/leave-class";
import { loadOverview } from "@/lib/data/class/load-overview";
import { leaveClassAction } from "./actions";
import { AssignmentList } from "./assignment-list";
import { orNotFound, pageMember } from "./page-member";

export const metadata: Metadata = { title: "Class", robots: { index: false } };

export default async function ClassPage({ params }: PageProps<"/classes/[classId]">) {
  const { viewer, member } = await pageMember((await params).classId);
  const { classId, className, timeZone } = member;
  const overview = await orNotFound(loadOverview(viewer, classId));
  return (
    <PageShell>
      <PageHeader title="Overview" actions={<NewAssignmentLink member={member} />} />
      <ClassOverviewView
        {...{ timeZone, overview }}
        assignments={<AssignmentList viewer={viewer} member={member} now={new Date()} />}
        footer={<LeaveClass classId={classId} name={className} leave={leaveClassAction} />}
      />
    </PageShell>
  );
}
