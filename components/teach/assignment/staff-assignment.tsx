import type { ReactNode } from "react";
import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";
import { LinkButton } from "@/components/ui/link-button";
import { effectiveDates } from "@/lib/classroom/dates/effective-dates";
import type { LoadedAssignment } from "@/lib/data/assignment/load-assignment";
import { AssignmentFacts } from "./assignment-facts";
import { ProgressCounts } from "./progress-counts";

type Props = {
  /** /classes/<id>/assignments/<id> */
  path: string;
  statisticsPath: string;
  timeZone: string;
  assignment: LoadedAssignment;
  caseTitles: ReadonlyMap<string, string>;
  /** The table of students with its search. */
  students: ReactNode;
};

/** An assignment as the staff sees it: how far the class is, who stands where, and all that is set. */
export function StaffAssignment({ path, statisticsPath, timeZone, assignment, caseTitles, students }: Props) {
  const { settings, progress } = assignment;
  return (
    <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-8">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <ProgressCounts progress={progress} />
          <nav aria-label="Assignment" className="flex flex-wrap gap-2">
            <LinkButton variant="primary" href={`${path}/grading`}>
              Grade
            </LinkButton>
            <LinkButton href={`${path}/grading/groups`}>Groups</LinkButton>
            {settings.peerReview && <LinkButton href={`${path}/peer`}>Peer review</LinkButton>}
            <LinkButton href={`${path}/regrades`}>Regrades</LinkButton>
            <LinkButton href={`${path}/extensions`}>Extensions</LinkButton>
            <LinkButton href={statisticsPath}>Statistics</LinkButton>
          </nav>
        </div>
        <section aria-labelledby="students" className="grid min-w-0 gap-3">
          <h2 id="students" className="text-lg font-semibold">
            Students
          </h2>
          {students}
        </section>
      </div>
      <aside className="grid gap-6">
        <section aria-labelledby="facts" className="grid gap-3">
          <h2 id="facts" className="text-lg font-semibold">
            What is set
          </h2>
          <AssignmentFacts
            settings={settings}
            dates={effectiveDates(settings, null)}
            timeZone={timeZone}
            caseTitles={caseTitles}
          />
        </section>
        {settings.instructions && (
          <section aria-labelledby="instructions" className="grid gap-3">
            <h2 id="instructions" className="text-lg font-semibold">
              Instructions
            </h2>
            <Prose className="text-base">
              <Markdown text={settings.instructions} />
            </Prose>
          </section>
        )}
      </aside>
    </div>
  );
}
