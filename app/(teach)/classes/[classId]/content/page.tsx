import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { CaseTable } from "@/components/teach/content/case-table";
import { STAFF } from "@/lib/classroom/roles";
import { listClassCases } from "@/lib/data/class-content/load-class-content";
import { orNotFound, pageMember } from "../page-member";

export const metadata: Metadata = { title: "Content of the class", robots: { index: false } };

export default async function ClassContentPage({ params }: PageProps<"/classes/[classId]/content">) {
  const { viewer, member } = await pageMember((await params).classId, STAFF);
  const cases = await orNotFound(listClassCases(viewer, member.classId));
  return (
    <PageShell>
      <PageHeader
        title="Content"
        lead="What a case looks for and what its interviewer knows, as this class has it. Interviews that have started keep what held at their start."
      />
      <CaseTable classId={member.classId} cases={cases} />
    </PageShell>
  );
}
