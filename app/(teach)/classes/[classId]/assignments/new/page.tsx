import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentForm } from "@/components/teach/assignment/form/assignment-form";
import { newAssignmentInput } from "@/lib/classroom/assignment-input";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { pageMember } from "../../page-member";
import { saveAssignmentAction } from "../actions";

export const metadata: Metadata = { title: "New assignment", robots: { index: false } };

export default async function NewAssignmentPage({ params }: PageProps<"/classes/[classId]/assignments/new">) {
  const { member } = await pageMember((await params).classId, INSTRUCTORS);
  const { classId, timeZone } = member;
  return (
    <PageShell>
      <PageHeader
        title="New assignment"
        lead="Saved as a draft until you publish it. A draft does not exist for students."
      />
      <AssignmentForm
        {...{ classId, timeZone }}
        cases={listCases().map(({ slug, meta }) => ({ slug, title: meta.title }))}
        initial={newAssignmentInput(Date.now(), timeZone)}
        assignmentId={null}
        revision={0}
        isPublished={false}
        isFrozen={false}
        save={saveAssignmentAction}
      />
    </PageShell>
  );
}
