import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ClassOverviewView } from "@/components/teach/class/class-overview";
import { loadOverview } from "@/lib/data/class/load-overview";
import { orNotFound, pageMember } from "./page-member";

export const metadata: Metadata = { title: "Class", robots: { index: false } };

export default async function ClassPage({ params }: PageProps<"/classes/[classId]">) {
  const { viewer, member } = await pageMember((await params).classId);
  const overview = await orNotFound(loadOverview(viewer, member.classId, new Date()));
  return (
    <PageShell>
      <PageHeader title="Overview" />
      <ClassOverviewView classId={member.classId} timeZone={member.timeZone} overview={overview} />
    </PageShell>
  );
}
