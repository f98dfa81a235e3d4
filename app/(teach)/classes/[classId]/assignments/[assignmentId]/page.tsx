import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { staffState } from "@/components/teach/assignment/assignment-state";
import { StaffAssignment } from "@/components/teach/assignment/staff-assignment";
import { StatusActions } from "@/components/teach/assignment/status-actions";
import { StudentSearch } from "@/components/teach/assignment/student-search";
import { StudentTable } from "@/components/teach/assignment/student-table";
import { PagesOf } from "@/components/teach/class/pages-of";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { isStaff } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { listStudents, STUDENTS_PER_PAGE } from "@/lib/data/assignment/list-students";
import { type LoadedAssignment, loadAssignment } from "@/lib/data/assignment/load-assignment";
import type { Membership } from "@/lib/data/class/membership";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { Viewer } from "@/lib/viewer";
import { orNotFound, pageMember } from "../../page-member";
import { deleteDraftAction, duplicateAssignmentAction, setStatusAction } from "../actions";
import { studentQuery, studentsAt } from "../student-query";
import { OwnPage } from "./own-page";

export const metadata: Metadata = { title: "Assignment", robots: { index: false } };

const statusActions = {
  setStatus: setStatusAction,
  duplicate: duplicateAssignmentAction,
  remove: deleteDraftAction,
};
const caseTitles = () => new Map(listCases().map(({ slug, meta }) => [slug, meta.title]));

type Reader = { viewer: Viewer; member: Membership; ids: AssignmentIds };
type Query = ReturnType<typeof studentQuery>;

async function Students({
  viewer,
  member,
  ids,
  query,
  assignment,
}: Reader & { query: Query; assignment: LoadedAssignment }) {
  const { students, matching } = await orNotFound(listStudents(viewer, ids, query));
  const path = `/classes/${ids.classId}/assignments/${ids.assignmentId}`;
  const isHidden = assignment.settings.isAnonymous && assignment.gradesReleasedAtMs === null;
  if (students.length === 0 && query.words === "")
    return <EmptyState title="Nobody has joined yet">Students join with the code of the class.</EmptyState>;
  return (
    <>
      <StudentSearch path={path} words={query.words} />
      {students.length === 0 ? (
        <EmptyState title="Nobody is found with that name or address" />
      ) : (
        <StudentTable {...{ path, students, isHidden }} timeZone={member.timeZone} />
      )}
      <PagesOf
        page={query.page - 1}
        perPage={STUDENTS_PER_PAGE}
        found={matching}
        hrefOf={(page) => studentsAt(path, query.words, page + 1)}
      />
    </>
  );
}

async function StaffPage({ viewer, member, ids, query }: Reader & { query: Query }) {
  const assignment = await orNotFound(loadAssignment(viewer, ids));
  const { settings, status, revision, hasStarted, gradesReleasedAtMs } = assignment;
  const path = `/classes/${ids.classId}/assignments/${ids.assignmentId}`;
  const mayChange = member.role === "instructor" && !member.isArchived;
  const dates = { ...settings, status, areGradesReleased: gradesReleasedAtMs !== null };
  const { words, tone } = staffState(dates, Date.now());
  return (
    <PageShell>
      <PageHeader
        eyebrow={<Badge tone={tone}>{words}</Badge>}
        title={settings.title}
        actions={
          mayChange && (
            <>
              <LinkButton href={`${path}/edit`}>Edit</LinkButton>
              <StatusActions
                {...{ ids, status, revision, hasStarted }}
                title={settings.title}
                actions={statusActions}
              />
            </>
          )
        }
      />
      <StaffAssignment
        {...{ path, assignment }}
        statisticsPath={`/classes/${member.classId}/gradebook/items/${assignment.id}`}
        timeZone={member.timeZone}
        caseTitles={caseTitles()}
        students={<Students {...{ viewer, member, ids, query, assignment }} />}
      />
    </PageShell>
  );
}

type AssignmentPageProps = PageProps<"/classes/[classId]/assignments/[assignmentId]">;

export default async function AssignmentPage({ params, searchParams }: AssignmentPageProps) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId);
  if (!isStaff(member.role)) return <OwnPage {...{ viewer, member, ids }} caseTitles={caseTitles()} />;
  return <StaffPage {...{ viewer, member, ids }} query={studentQuery(await searchParams)} />;
}
