import type { ReactNode } from "react";
import type { ClassOverview } from "@/lib/data/class/load-overview";
import { JoinCode } from "./join-code";

type Props = {
  timeZone: string;
  overview: ClassOverview;
  assignments: ReactNode;
  /** Leaving the class. */
  footer: ReactNode;
};

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

/** What the first page of a class says. */
export function ClassOverviewView({ timeZone, overview, assignments, footer }: Props) {
  const { staff } = overview;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
      <section aria-labelledby="assignments" className="grid min-w-0 gap-3">
        <h2 id="assignments" className="text-lg font-semibold">
          Assignments
        </h2>
        {assignments}
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
