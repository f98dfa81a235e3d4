import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { RosterImport } from "@/components/teach/class/roster-import";
import { EmptyState } from "@/components/ui/empty-state";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { pageMember } from "../../page-member";
import { importRosterAction, previewRosterAction } from "../actions";

export const metadata: Metadata = { title: "Import a roster", robots: { index: false } };

export default async function ImportRosterPage({ params }: PageProps<"/classes/[classId]/members/import">) {
  const { member } = await pageMember((await params).classId, INSTRUCTORS);
  const { classId, isArchived } = member;
  return (
    <PageShell>
      <PageHeader
        eyebrow={
          <Link href={`/classes/${classId}/members`} className="text-accent underline underline-offset-2">
            Members
          </Link>
        }
        title="Import a roster"
        lead="Who is expected in the class. It makes nobody a member: whoever joins with the code and has a row's address is linked to it."
      />
      {isArchived ? (
        <EmptyState title="This class is archived">Open it again in its settings first.</EmptyState>
      ) : (
        <RosterImport classId={classId} preview={previewRosterAction} run={importRosterAction} />
      )}
    </PageShell>
  );
}
