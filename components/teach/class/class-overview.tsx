import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { ClassOverview } from "@/lib/data/class/load-overview";
import { JoinCode } from "./join-code";

type OverviewProps = { classId: string; timeZone: string; overview: ClassOverview };
type OverviewViewProps = OverviewProps & { /** Leaving the class. */ footer: ReactNode };

function Assignments({ classId, timeZone, overview }: OverviewProps) {
  const { assignments, role } = overview;
  if (assignments.length === 0 && role === "student")
    return (
      <EmptyState title="Nothing is assigned yet">Your instructor's assignments appear here.</EmptyState>
    );
  if (assignments.length === 0)
    return (
      <EmptyState
        title="Nothing is assigned yet"
        action={
          role === "instructor" && (
            <LinkButton href={`/classes/${classId}/assignments/new`}>New assignment</LinkButton>
          )
        }
      >
        An assignment is a case with a mode, a level and a due date. Students take it as an interview.
      </EmptyState>
    );
  return (
    <Table
      caption="Assignments by due date"
      hideCaption
      rows={assignments}
      rowKey={({ assignmentId }) => assignmentId}
      columns={[
        {
          key: "title",
          header: "Assignment",
          rowHeader: true,
          cell: ({ assignmentId, title, isDraft }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link
                href={`/classes/${classId}/assignments/${assignmentId}`}
                className="text-accent underline underline-offset-2"
              >
                {title}
              </Link>
              {isDraft && <Badge>Draft</Badge>}
            </span>
          ),
        },
        { key: "due", header: "Due", cell: ({ dueAt }) => dateWords(dueAt.getTime(), timeZone) },
      ]}
    />
  );
}

const names = (list: readonly string[]) => (list.length > 0 ? list.join(", ") : "nobody");

function People({ overview }: { overview: ClassOverview }) {
  const { instructors, assistants, students, staff } = overview;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      <dt className="text-ink-2">{instructors.length === 1 ? "Instructor" : "Instructors"}</dt>
      <dd>{names(instructors)}</dd>
      {assistants.length > 0 && (
        <>
          <dt className="text-ink-2">{assistants.length === 1 ? "Assistant" : "Assistants"}</dt>
          <dd>{names(assistants)}</dd>
        </>
      )}
      <dt className="text-ink-2">Students</dt>
      <dd className="tabular-nums">
        {students}
        {staff && staff.expected > 0 && (
          <span className="text-ink-2">
            , {staff.notJoined} of {staff.expected} on the roster have not joined
          </span>
        )}
      </dd>
    </dl>
  );
}

export function ClassOverviewView({ classId, timeZone, overview, footer }: OverviewViewProps) {
  const { staff } = overview;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
      <section aria-labelledby="assignments" className="grid min-w-0 gap-3">
        <h2 id="assignments" className="text-lg font-semibold">
          Assignments
        </h2>
        <Assignments {...{ classId, timeZone, overview }} />
      </section>
      <aside className="grid gap-6">
        {staff && <JoinCode join={staff.join} timeZone={timeZone} />}
        <section aria-labelledby="people" className="grid gap-3">
          <h2 id="people" className="text-lg font-semibold">
            People
          </h2>
          <People overview={overview} />
          {footer}
        </section>
      </aside>
    </div>
  );
}
