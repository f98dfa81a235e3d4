import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { CLASS_ROLE_WORDS } from "@/lib/classroom/roles";
import type { ListedClass } from "@/lib/data/class/list-classes";
import { formatWithNoun } from "@/lib/framework/units";

function Waiting({ listed }: { listed: ListedClass }) {
  const { nextDue, toGrade, timeZone, classId } = listed;
  if (nextDue)
    return (
      <Link
        href={`/classes/${classId}/assignments/${nextDue.assignmentId}`}
        className="text-accent underline underline-offset-2"
      >
        {nextDue.title}, due {dateWords(nextDue.dueAt.getTime(), timeZone)}
      </Link>
    );
  if (toGrade === null) return <span className="text-ink-2">Nothing due</span>;
  if (toGrade === 0) return <span className="text-ink-2">Nothing to grade</span>;
  return `${formatWithNoun(toGrade, "submission")} to grade`;
}

/** For somebody who only takes classes the column would be empty. */
const STUDENTS: Column<ListedClass> = {
  key: "students",
  header: "Students",
  numeric: true,
  cell: ({ students }) => students ?? "",
};

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
        ...(classes.some(({ students }) => students !== null) ? [STUDENTS] : []),
      ]}
    />
  );
}
