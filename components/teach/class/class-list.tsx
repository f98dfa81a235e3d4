import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { CLASS_ROLE_WORDS } from "@/lib/classroom/roles";
import type { ListedClass } from "@/lib/data/class/list-classes";
import { inZone } from "./words";

function Waiting({ listed }: { listed: ListedClass }) {
  const { nextDue, toGrade, timeZone, classId } = listed;
  if (nextDue)
    return (
      <Link
        href={`/classes/${classId}/assignments/${nextDue.assignmentId}`}
        className="text-accent underline underline-offset-2"
      >
        {nextDue.title}, due {inZone(nextDue.dueAt, timeZone)}
      </Link>
    );
  if (toGrade === null) return <span className="text-ink-2">Nothing due</span>;
  if (toGrade === 0) return <span className="text-ink-2">Nothing to grade</span>;
  return `${toGrade} ${toGrade === 1 ? "submission" : "submissions"} to grade`;
}

export function ClassList({ classes }: { classes: readonly ListedClass[] }) {
  return (
    <Table
      caption="Your classes"
      hideCaption
      rows={classes}
      rowKey={({ classId }) => classId}
      columns={[
        {
          key: "name",
          header: "Class",
          rowHeader: true,
          cell: ({ classId, name, isArchived }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link href={`/classes/${classId}`} className="text-accent underline underline-offset-2">
                {name}
              </Link>
              {isArchived && <Badge>Archived</Badge>}
            </span>
          ),
        },
        { key: "role", header: "You are", cell: ({ role }) => CLASS_ROLE_WORDS[role] },
        { key: "waiting", header: "Next", cell: (listed) => <Waiting listed={listed} /> },
        { key: "students", header: "Students", numeric: true, cell: ({ students }) => students ?? "" },
      ]}
    />
  );
}
