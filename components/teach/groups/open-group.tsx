import Link from "next/link";
import { PagesOf } from "@/components/teach/class/pages-of";
import { creditWords } from "@/components/teach/grading/screen/decision-words";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { type GroupView, groupQuery } from "@/lib/classroom/groups/view";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { GroupPoint } from "@/lib/data/grading-group/group-rows";
import type { GroupMember, Groups, OpenGroup as Opened } from "@/lib/data/grading-group/load-groups";
import { formatWithNoun } from "@/lib/framework/units";
import type { GroupActions } from "./group-actions";
import { GroupCredit } from "./group-credit";

type Props = {
  groups: Groups;
  open: Opened;
  point: GroupPoint;
  view: GroupView;
  ids: AssignmentIds;
  base: string;
  actions: GroupActions;
};

const columns = (base: string, stage: string): Column<GroupMember>[] => [
  {
    key: "student",
    header: "Student",
    rowHeader: true,
    cell: ({ submissionId, label, attempt }) => (
      <span className="flex gap-2">
        <Link
          href={`${base}/${submissionId}?stage=${stage}`}
          prefetch={false}
          className="text-accent underline-offset-2 hover:underline"
        >
          {label}
        </Link>
        {attempt > 1 && <Badge>attempt {attempt}</Badge>}
      </span>
    ),
  },
  { key: "suggested", header: "Suggested", numeric: true, cell: ({ suggested }) => creditWords(suggested) },
  {
    key: "credit",
    header: "Decided",
    numeric: true,
    cell: ({ credit }) =>
      credit === null ? <span className="text-ink-2">undecided</span> : creditWords(credit),
  },
];

/** One group: the credit for all of it, and its answers, each to be read on the grading screen. */
export function OpenGroup({ groups, open, point, view, ids, base, actions }: Props) {
  const { isReleased } = groups.assignment;
  const decided = open.size - open.undecided;
  return (
    <section id="open-group" aria-labelledby="open-title" className="grid gap-4 border-t border-line pt-4">
      <h2 id="open-title" className="font-semibold">
        {open.title}: {formatWithNoun(open.size, "answer")}
        {decided > 0 && <span className="font-normal text-ink-2">, {decided} decided already stay</span>}
      </h2>
      {!groups.isArchived && (
        <GroupCredit
          key={`${point.id} ${groups.field} ${open.key}`}
          {...{ ids, base, point }}
          answers={open.answers}
          canUndo={!isReleased}
          setCredit={actions.setCredit}
        />
      )}
      <Table
        caption={`Answers of the group “${open.title}”`}
        dense
        columns={columns(base, point.stage)}
        rows={open.members}
        rowKey={({ submissionId }) => submissionId}
      />
      <PagesOf
        page={view.page - 1}
        perPage={groups.pageSize}
        found={open.size}
        hrefOf={(page) =>
          `${base}/groups${groupQuery({ point: point.id, field: groups.field, group: open.key, page: page + 1 })}#open-group`
        }
      />
    </section>
  );
}
