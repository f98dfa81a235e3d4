import { BadRows } from "@/components/lab/data/core/bad-rows";
import { countBad } from "@/components/lab/data/core/count-bad";
import { Facts, Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import type { RankingStore } from "@/components/lab/data/ranking/ranking-store";
import { rankingNotes } from "@/components/lab/data/ranking/ranking-words";
import { formatCount, formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { JudgedReading } from "@/lib/pipeline/workers/calls/rank-calls";

/** What came out of the files, and the lines that could not be read. */
export function ReadingStep({ store, reading }: { store: RankingStore; reading: JudgedReading }) {
  const { files, bad } = reading;
  const sum = (key: "rows" | "queries") => files.reduce((total, file) => total + file[key], 0);
  return (
    <Step number={2} title="What was read" takesFocus>
      <Facts
        facts={[
          ["Documents judged", formatCount(sum("rows"))],
          ["Queries", formatCount(sum("queries"))],
          ["Features", formatCount(files[0]?.features ?? 0)],
          ["Documents a query, median", formatCount(files[0]?.medianPerQuery ?? 0)],
          ["Bad rows", formatCount(countBad(bad))],
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-4">
          <Sentences sentences={rankingNotes(files)} />
          <BadRows desk={store.desk} bad={bad} />
        </div>
        <GradeTable files={files} />
      </div>
    </Step>
  );
}

function GradeTable({ files }: { files: JudgedReading["files"] }) {
  const rows = files.flatMap(({ name, rows: all, grades }) =>
    grades.map(({ grade, rows: own }) => ({ name, grade, own, share: own / all })),
  );
  return (
    <Table
      dense
      caption="How often each grade was given"
      columns={[
        { key: "file", header: "File", className: "max-w-60 truncate", cell: ({ name }) => name },
        { key: "grade", header: "Grade", numeric: true, rowHeader: true, cell: ({ grade }) => grade },
        { key: "rows", header: "Documents", numeric: true, cell: ({ own }) => formatCount(own) },
        { key: "share", header: "Share", numeric: true, cell: ({ share }) => formatShare(share) },
      ]}
      rows={rows}
      rowKey={({ name, grade }) => `${name} ${grade}`}
    />
  );
}
