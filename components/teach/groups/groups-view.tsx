import { EmptyState } from "@/components/ui/empty-state";
import type { GroupView } from "@/lib/classroom/groups/view";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { Groups } from "@/lib/data/grading-group/load-groups";
import type { GroupActions } from "./group-actions";
import { GroupChoice } from "./group-choice";
import { GroupTable } from "./group-table";
import { LearnButton } from "./learn-button";
import { OpenGroup } from "./open-group";

type Props = { groups: Groups; view: GroupView; ids: AssignmentIds; base: string; actions: GroupActions };

/** A point, the groups of answers to it, and the open one. */
export function GroupsView({ groups, view, ids, base, actions }: Props) {
  const { point, points, fields, field, open } = groups;
  if (!point)
    return (
      <EmptyState title="Nothing has been handed in yet">
        Groups appear here as students hand in, and at the deadline.
      </EmptyState>
    );
  return (
    <div className="grid gap-6">
      <GroupChoice groups={{ points, fields, point, field }} action={`${base}/groups`} />
      <GroupTable {...{ groups, point, base }} />
      {open && <OpenGroup {...{ groups, open, point, view, ids, base, actions }} />}
      {!groups.isArchived && (
        <LearnButton
          {...{ ids }}
          isReleased={groups.assignment.isReleased}
          recalibrate={actions.recalibrate}
        />
      )}
    </div>
  );
}
