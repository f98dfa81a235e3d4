import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { ShownLogEntry } from "@/lib/data/class/read-log";

function What({ entry }: { entry: ShownLogEntry }) {
  const { words, student, assignment, pointId, changes } = entry;
  const about = [student, assignment, pointId && `point ${pointId}`].filter(Boolean).join(" · ");
  return (
    <div className="grid gap-0.5">
      <span>
        {words}
        {about && <span className="text-ink-2">: {about}</span>}
      </span>
      {changes.length > 0 && (
        <ul className="text-ink-2">
          {changes.map((change) => (
            <li key={change} className="break-words">
              {change}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
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
          className: "min-w-32 align-top sm:whitespace-nowrap tabular-nums",
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
          className: "min-w-56 align-top",
          cell: (entry) => <What entry={entry} />,
        },
      ]}
    />
  );
}
