import type { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import { clicksNotes } from "@/components/lab/data/clicks/ladder-words";
import { BadRows } from "@/components/lab/data/core/bad-rows";
import { countBad } from "@/components/lab/data/core/count-bad";
import { Facts, Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import { formatCount, formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { ClicksReading } from "@/lib/pipeline/workers/calls/clicks-calls";

/** What came out of the files: rows, the share of clicks, what each feature holds, and the rows that could not be read. */
export function ReadingStep({ store, reading }: { store: ClicksStore; reading: ClicksReading }) {
  const { files, fields } = reading.summary;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const ones = files.reduce((sum, file) => sum + file.ones, 0);
  return (
    <Step number={2} title="What was read" takesFocus>
      <Facts
        facts={[
          ["Rows", formatCount(rows)],
          ["Clicked", formatCount(ones)],
          ["Base rate", formatShare(ones / rows)],
          ["Features", formatCount(fields.length)],
          ["Different values", formatCount(fields.reduce((sum, { distinct }) => sum + distinct, 0))],
          ["Bad rows", formatCount(countBad(reading.bad))],
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-4">
          <Sentences sentences={clicksNotes(reading.summary)} />
          <BadRows desk={store.desk} bad={reading.bad} />
          {files.length > 1 && <FileTable files={files} />}
        </div>
        <FieldTable fields={fields} />
      </div>
    </Step>
  );
}

function FileTable({ files }: { files: ClicksReading["summary"]["files"] }) {
  return (
    <Table
      dense
      caption="Files"
      columns={[
        { key: "name", header: "File", rowHeader: true, cell: ({ name }) => name },
        { key: "rows", header: "Rows", numeric: true, cell: ({ rows }) => formatCount(rows) },
        { key: "rate", header: "Clicked", numeric: true, cell: ({ ones, rows }) => formatShare(ones / rows) },
      ]}
      rows={files}
      rowKey={({ name }) => name}
    />
  );
}

function FieldTable({ fields }: { fields: ClicksReading["summary"]["fields"] }) {
  return (
    <div className="max-h-96 min-w-0 overflow-y-auto">
      <Table
        dense
        caption="Features: what each holds, over all rows"
        columns={[
          {
            key: "name",
            header: "Feature",
            rowHeader: true,
            className: "max-w-40 truncate",
            cell: ({ name }) => name,
          },
          { key: "distinct", header: "Values", numeric: true, cell: ({ distinct }) => formatCount(distinct) },
          {
            key: "top",
            header: "Most often",
            className: "max-w-40 truncate",
            cell: ({ commonest }) => commonest.word || "(empty)",
          },
          {
            key: "topShare",
            header: "in",
            numeric: true,
            cell: ({ commonest }) => formatShare(commonest.share),
          },
          { key: "empty", header: "Empty", numeric: true, cell: ({ emptyShare }) => formatShare(emptyShare) },
          {
            key: "once",
            header: "Only once",
            numeric: true,
            cell: ({ onceShare }) => formatShare(onceShare),
          },
        ]}
        rows={fields}
        rowKey={({ name }, index) => `${name} ${index}`}
      />
    </div>
  );
}
