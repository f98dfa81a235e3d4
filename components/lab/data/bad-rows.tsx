import { Download } from "lucide-react";
import type { DataStore } from "@/components/lab/data/data-store";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { RatingsReading } from "@/lib/pipeline/workers/calls/ratings-calls";

/** Saves text as a file, made here: nothing is asked of a server. */
function saveText(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Rows that could not be read: where they are, what is wrong, and their text. The good ones were kept. */
export function BadRows({ store, reading }: { store: DataStore; reading: RatingsReading }) {
  const { badCount, badRows } = reading;
  if (badCount === 0) return <p className="text-sm text-ink-2">Every row could be read.</p>;
  const shown = badCount > badRows.length ? `, the first ${formatCount(badRows.length)} shown` : "";
  return (
    <div className="grid gap-2">
      <div className="max-h-80 overflow-y-auto rounded-md border border-line p-2">
        <Table
          dense
          caption={`${formatCount(badCount)} bad ${badCount === 1 ? "row" : "rows"}${shown}; all others are kept`}
          columns={[
            {
              key: "line",
              header: "Line",
              numeric: true,
              rowHeader: true,
              cell: ({ line }) => formatCount(line),
            },
            { key: "problem", header: "What is wrong", cell: ({ problem }) => problem },
            {
              key: "text",
              header: "The line",
              cell: ({ text }) => <code className="text-xs whitespace-pre">{text}</code>,
            },
          ]}
          rows={badRows}
          rowKey={({ line }) => String(line)}
        />
      </div>
      <div>
        <Button
          size="small"
          icon={<Download size={15} aria-hidden />}
          onClick={() =>
            void store.badRowsText().then((text) => text !== null && saveText(text, "bad-rows.tsv"))
          }
        >
          Save the whole list
        </Button>
      </div>
    </div>
  );
}
