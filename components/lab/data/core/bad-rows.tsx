import { Download } from "lucide-react";
import { countBad } from "@/components/lab/data/core/count-bad";
import { saveText } from "@/components/lab/data/core/save-text";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import type { BadFiles } from "@/lib/pipeline/workers/calls/file-schemas";

type ShownRow = { file: string; line: number; problem: string; text: string };

const COLUMNS: readonly Column<ShownRow>[] = [
  { key: "line", header: "Line", numeric: true, rowHeader: true, cell: ({ line }) => formatCount(line) },
  { key: "problem", header: "What is wrong", className: "min-w-48", cell: ({ problem }) => problem },
  {
    key: "text",
    header: "The line",
    cell: ({ text }) => <code className="text-xs whitespace-pre">{text}</code>,
  },
];
const FILE_COLUMN: Column<ShownRow> = {
  key: "file",
  header: "File",
  className: "whitespace-nowrap",
  cell: ({ file }) => file,
};

async function saveList(desk: WorkerDesk) {
  const text = await desk.ask("bad-rows-text", {}, { words: "Listing the bad rows" });
  if (text !== null) saveText(text, "bad-rows.tsv");
}

/** Rows that could not be read: where they are, what is wrong, and their text. The good ones were kept. */
export function BadRows({ desk, bad }: { desk: WorkerDesk; bad: BadFiles }) {
  const count = countBad(bad);
  if (count === 0) return <p className="text-sm text-ink-2">Every row could be read.</p>;
  const rows = bad.flatMap(({ file, rows: own }) => own.map((row) => ({ file, ...row })));
  const shown = count > rows.length ? `, the first ${formatCount(rows.length)} shown` : "";
  return (
    <div className="grid min-w-0 gap-2">
      <div className="max-h-80 overflow-y-auto rounded-md border border-line p-2">
        <Table
          dense
          caption={`${formatCount(count)} bad ${count === 1 ? "row" : "rows"}${shown}; all others are kept`}
          columns={bad.length > 1 ? [...COLUMNS.slice(0, 1), FILE_COLUMN, ...COLUMNS.slice(1)] : COLUMNS}
          rows={rows}
          rowKey={({ file, line }) => `${file}:${line}`}
        />
      </div>
      <div>
        <Button size="small" icon={<Download size={15} aria-hidden />} onClick={() => void saveList(desk)}>
          Save the whole list
        </Button>
      </div>
    </div>
  );
}
