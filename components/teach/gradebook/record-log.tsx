import { LogWhat } from "@/components/teach/class/log-what";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { changeWords, kindWords } from "@/lib/classroom/log-words";
import type { RecordLogEntry } from "@/lib/data/gradebook/load-record";

type RecordLogProps = {
  entries: readonly RecordLogEntry[];
  titles: ReadonlyMap<string, string>;
  timeZone: string;
};

function What({ entry, titles, timeZone }: { entry: RecordLogEntry } & Omit<RecordLogProps, "entries">) {
  const { kind, assignmentId, pointId, before, after } = entry;
  const about = [assignmentId && titles.get(assignmentId), pointId && `point ${pointId}`].filter(Boolean);
  return (
    <LogWhat
      words={kindWords(kind)}
      about={about.join(" · ")}
      changes={changeWords(before, after, timeZone, false)}
    />
  );
}

/** What was done to a student's work and grades, newest first. */
export function RecordLog({ entries, titles, timeZone }: RecordLogProps) {
  if (entries.length === 0) return <p className="text-ink-2">Nothing has happened yet.</p>;
  return (
    <Table
      dense
      caption="Log, newest first"
      hideCaption
      rows={entries}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: "at",
          header: "When",
          className: "min-w-28 align-top sm:whitespace-nowrap tabular-nums",
          cell: ({ atMs }) => dateWords(atMs, timeZone),
        },
        { key: "actor", header: "Who", cell: ({ actor }) => actor ?? "The server", className: "align-top" },
        {
          key: "what",
          header: "What",
          className: "min-w-40 align-top",
          cell: (entry) => <What {...{ entry, titles, timeZone }} />,
        },
      ]}
    />
  );
}
