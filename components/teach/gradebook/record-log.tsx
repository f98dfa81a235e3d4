import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { RecordLogEntry } from "@/lib/data/gradebook/load-record";

type RecordLogProps = {
  entries: readonly RecordLogEntry[];
  titles: ReadonlyMap<string, string>;
  timeZone: string;
};

/** "point-graded" is "Point graded". */
const kindWords = (kind: string): string => {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The stored values as short text: {"credit":0.5} is "credit 0.5". */
function valueWords(value: RecordLogEntry["after"]): string {
  if (value === null) return "";
  if (typeof value !== "object" || Array.isArray(value)) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${typeof part === "object" ? JSON.stringify(part) : part}`)
    .join(", ");
}

function changeWords({ before, after }: RecordLogEntry): string {
  const [old, now] = [valueWords(before), valueWords(after)];
  return old && now ? `${old} → ${now}` : old || now;
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
        { key: "at", header: "When", cell: ({ atMs }) => dateWords(atMs, timeZone), className: "align-top" },
        {
          key: "kind",
          header: "What",
          rowHeader: true,
          cell: ({ kind }) => kindWords(kind),
          className: "align-top",
        },
        { key: "actor", header: "Who", cell: ({ actor }) => actor ?? "the server", className: "align-top" },
        {
          key: "of",
          header: "Of",
          className: "align-top",
          cell: ({ assignmentId, pointId }) =>
            [assignmentId && titles.get(assignmentId), pointId].filter(Boolean).join(", "),
        },
        { key: "change", header: "Change", cell: changeWords, className: "align-top break-words" },
      ]}
    />
  );
}
