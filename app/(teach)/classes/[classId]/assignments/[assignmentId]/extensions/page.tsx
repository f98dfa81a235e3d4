import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { ClassDate } from "@/components/teach/assignment/class-date";
import { StudentSearch } from "@/components/teach/assignment/student-search";
import { PagesOf } from "@/components/teach/class/pages-of";
import { ExtensionPanel } from "@/components/teach/extension/extension-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { STAFF } from "@/lib/classroom/roles";
import { listStudents, STUDENTS_PER_PAGE } from "@/lib/data/assignment/list-students";
import { loadAssignment } from "@/lib/data/assignment/load-assignment";
import { orNotFound, pageMember } from "../../../page-member";
import { removeExtensionsAction, setExtensionsAction } from "../../actions";
import { studentQuery, studentsAt } from "../../student-query";

export const metadata: Metadata = { title: "Extensions", robots: { index: false } };

const actions = { set: setExtensionsAction, remove: removeExtensionsAction };
type ExtensionsPageProps = PageProps<"/classes/[classId]/assignments/[assignmentId]/extensions">;

export default async function ExtensionsPage({ params, searchParams }: ExtensionsPageProps) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId, STAFF);
  const query = studentQuery(await searchParams);
  const { settings } = await orNotFound(loadAssignment(viewer, ids));
  const { students, matching } = await orNotFound(listStudents(viewer, ids, query));
  const path = `/classes/${ids.classId}/assignments/${ids.assignmentId}/extensions`;
  const { releaseAtMs, dueAtMs, lateDueAtMs, attempts } = settings;
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={settings.title} />}
        title="Extensions"
        lead={
          <>
            For everybody else it is due <ClassDate atMs={dueAtMs} timeZone={member.timeZone} />.
          </>
        }
      />
      <div className="grid gap-4">
        <StudentSearch path={path} words={query.words} />
        {students.length === 0 ? (
          <EmptyState
            title={query.words ? "Nobody is found with that name or address" : "Nobody has joined yet"}
          >
            Students appear here when they join the class.
          </EmptyState>
        ) : (
          <ExtensionPanel
            {...{ ids, students, actions }}
            timeZone={member.timeZone}
            assignment={{ releaseAtMs, dueAtMs, lateDueAtMs, attempts }}
          />
        )}
        <PagesOf
          page={query.page - 1}
          perPage={STUDENTS_PER_PAGE}
          found={matching}
          hrefOf={(page) => studentsAt(path, query.words, page + 1)}
        />
      </div>
    </PageShell>
  );
}
