import { PagesOf } from "@/components/teach/class/pages-of";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type GradingView, gradingQuery } from "@/lib/classroom/grading/view";
import type { Queue } from "@/lib/data/grading/load-queue";
import type { ReleaseActions } from "../grading-actions";
import { QueueFilters } from "./queue-filters";
import { QueueProgress } from "./queue-progress";
import { QueueTable } from "./queue-table";
import { ReleasePanel } from "./release-panel";

export type QueueIds = { classId: string; assignmentId: string };
type Props = { queue: Queue; ids: QueueIds; view: GradingView; actions: ReleaseActions };

/** All submissions of an assignment for its graders: how far it is, where to begin, and the release. */
export function GradingQueue({ queue, ids, view, actions }: Props) {
  const base = `/classes/${ids.classId}/assignments/${ids.assignmentId}/grading`;
  const first = queue.rows.find(({ decided, points }) => decided < points) ?? queue.rows[0];
  if (queue.handedIn.submitted === 0)
    return (
      <EmptyState title="Nothing has been handed in yet">
        Submissions appear here as students hand them in, and at the deadline.
      </EmptyState>
    );
  return (
    <div className="grid gap-6">
      <div className="grid gap-6 lg:grid-cols-[1fr_22rem]">
        <QueueProgress {...{ queue, base, view }} />
        <ReleasePanel {...{ queue, ids, actions }} />
      </div>
      <QueueFilters {...{ base, view }} total={queue.total} isHidden={queue.assignment.isHidden}>
        {first && (
          <LinkButton
            variant="primary"
            prefetch={false}
            href={`${base}/${first.submissionId}${gradingQuery({ ...view, page: 1 })}`}
          >
            {first.decided < first.points ? "Grade the first undecided" : "Open the first"}
          </LinkButton>
        )}
      </QueueFilters>
      {queue.rows.length === 0 ? (
        <EmptyState title="No submission is like that">Choose another filter, or all.</EmptyState>
      ) : (
        <QueueTable {...{ queue, base, view }} />
      )}
      <PagesOf
        page={view.page - 1}
        perPage={queue.pageSize}
        found={queue.total}
        hrefOf={(page) => `${base}${gradingQuery({ ...view, page: page + 1 })}`}
      />
    </div>
  );
}
