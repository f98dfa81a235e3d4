import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { StudentPreview } from "@/components/teach/content/student-preview";
import { LinkButton } from "@/components/ui/link-button";
import { STAFF } from "@/lib/classroom/roles";
import { previewClassCase } from "@/lib/data/class-content/preview-class-case";
import { orNotFound, pageMember } from "../../../page-member";

export const metadata: Metadata = { title: "A case as a student sees it", robots: { index: false } };

export default async function ClassCasePreviewPage({
  params,
}: PageProps<"/classes/[classId]/content/[caseSlug]/preview">) {
  const { classId, caseSlug } = await params;
  const { viewer } = await pageMember(classId, STAFF);
  const preview = await orNotFound(previewClassCase(viewer, { classId, caseSlug }));
  return (
    <PageShell>
      <PageHeader
        eyebrow="As a student sees it"
        title={preview.title}
        lead="The words of this class as they reach a student, graded and answered by the same code."
        actions={
          <LinkButton href={`/classes/${classId}/content/${caseSlug}`}>Back to the content</LinkButton>
        }
      />
      <StudentPreview preview={preview} />
    </PageShell>
  );
}
