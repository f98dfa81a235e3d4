import { LogWhat } from "@/components/teach/class/log-what";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { ShownLogEntry } from "@/lib/data/class/read-log";

function What({ entry }: { entry: ShownLogEntry }) {
  const { words, student, assignment, pointId, changes } = entry;
  const about = [student, assignment, pointId && `point ${pointId}`].filter(Boolean).join(" · ");
  return <LogWhat {...{ words, about, changes }} />;
}

export function LogTable({ entries, timeZone }: { entries: readonly ShownLogEntry[]; timeZone: string }) {
  return (
    <Table
      dense
      caption="What was changed in this class, newest first"
      hideCaption
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "at",
          header: "When",
          className: "min-w-28 align-top sm:whitespace-nowrap tabular-nums",
          cell: ({ at }) => dateWords(at.getTime(), timeZone),
        },
        {
          key: "actor",
          header: "Who",
          className: "align-top",
          cell: ({ actor }) =>
            actor ?? <span className="text-ink-2">The server, or an account that is gone</span>,
        },
        {
          key: "what",
          header: "What",
          className: "min-w-40 align-top",
          cell: (entry) => <What entry={entry} />,
        },
      ]}
    />
  );
}
