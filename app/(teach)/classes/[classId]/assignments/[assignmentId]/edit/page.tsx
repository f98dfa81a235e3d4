import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { AssignmentForm } from "@/components/teach/assignment/form/assignment-form";
import { toAssignmentInput } from "@/lib/classroom/assignment-input";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { loadAssignment } from "@/lib/data/assignment/load-assignment";
import { orNotFound, pageMember } from "../../../page-member";
import { saveAssignmentAction } from "../../actions";

export const metadata: Metadata = { title: "Edit an assignment", robots: { index: false } };

type EditPageProps = PageProps<"/classes/[classId]/assignments/[assignmentId]/edit">;

export default async function EditAssignmentPage({ params }: EditPageProps) {
  const { classId, assignmentId } = await params;
  const { viewer, member } = await pageMember(classId, INSTRUCTORS);
  const loaded = await orNotFound(loadAssignment(viewer, { classId, assignmentId }, INSTRUCTORS));
  const { settings, status, revision, hasStarted } = loaded;
  const { timeZone } = member;
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={{ classId, assignmentId }} title={settings.title} />}
        title="Edit"
      />
      <AssignmentForm
        {...{ classId, assignmentId, timeZone, revision }}
        key={revision}
        cases={listCases().map(({ slug, meta }) => ({ slug, title: meta.title }))}
        initial={toAssignmentInput(settings, timeZone)}
        isPublished={status === "published"}
        isFrozen={hasStarted}
        save={saveAssignmentAction}
      />
    </PageShell>
  );
}
