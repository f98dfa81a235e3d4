import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { GradebookFilters } from "@/components/teach/gradebook/gradebook-filters";
import { GradebookTable } from "@/components/teach/gradebook/gradebook-table";
import { OwnGrades } from "@/components/teach/gradebook/own-grades";
import { PageLinks } from "@/components/teach/gradebook/page-links";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Cell } from "@/lib/classroom/gradebook/cell";
import { gradebookPage, gradebookViewSchema } from "@/lib/classroom/gradebook/rows";
import { isStaff } from "@/lib/classroom/roles";
import { loadGradebook } from "@/lib/data/gradebook/load-gradebook";
import { loadOwnGrades } from "@/lib/data/gradebook/load-own-grades";
import { formatWithNoun } from "@/lib/framework/units";
import type { Viewer } from "@/lib/viewer";
import { orNotFound, pageMember } from "../page-member";

export const metadata: Metadata = { title: "Gradebook", robots: { index: false } };

type Search = Awaited<PageProps<"/classes/[classId]/gradebook">["searchParams"]>;
type Asked = { viewer: Viewer; classId: string };

function Exports({ classId }: { classId: string }) {
  const root = `/api/export/classes/${classId}`;
  return (
    <>
      <a href={`${root}/gradebook.csv`} download>
        Download CSV
      </a>
      <a href={`${root}/gradebook.json`} download>
        Download JSON
      </a>
    </>
  );
}

async function StaffGradebook({ viewer, classId, search }: Asked & { search: Search }) {
  const { assignments, rows, sections } = await orNotFound(loadGradebook(viewer, classId, new Date()));
  const view = gradebookViewSchema.parse(search);
  const page = gradebookPage(rows, assignments, view);
  return (
    <PageShell>
      <PageHeader
        title="Gradebook"
        lead={`${formatWithNoun(rows.length, "student")}, ${formatWithNoun(assignments.length, "published assignment")}.`}
        actions={rows.length > 0 && <Exports classId={classId} />}
      />
      {rows.length === 0 ? (
        <EmptyState
          title="Nobody is in this class yet"
          action={<LinkButton href={`/classes/${classId}/members`}>Members and roster</LinkButton>}
        >
          Import a roster or give students the class code; each gets a row here.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <GradebookFilters classId={classId} view={view} sections={sections} />
          <PageLinks classId={classId} view={view} page={page} />
          <GradebookTable classId={classId} assignments={assignments} page={page} view={view} />
        </div>
      )}
    </PageShell>
  );
}

async function StudentGrades({ viewer, classId }: Asked) {
  const { membership, assignments, row, results } = await orNotFound(
    loadOwnGrades(viewer, classId, new Date()),
  );
  return (
    <PageShell width="medium">
      <PageHeader
        title="Grades"
        actions={
          <a href={`/api/export/classes/${classId}/students/${viewer.userId}`} download>
            Download my record
          </a>
        }
      />
      <OwnGrades
        classId={classId}
        timeZone={membership.timeZone}
        totalPercent={row.totalPercent}
        entries={assignments.map((assignment, i) => ({
          assignment,
          cell: row.cells[i] as Cell,
          submissionId: results.get(assignment.id) ?? null,
        }))}
      />
    </PageShell>
  );
}

/** The staff's table of everybody; for a student their own grades. */
export default async function GradebookPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/gradebook">) {
  const { viewer, member } = await pageMember((await params).classId);
  const asked = { viewer, classId: member.classId };
  return isStaff(member.role) ? (
    <StaffGradebook {...asked} search={await searchParams} />
  ) : (
    <StudentGrades {...asked} />
  );
}
