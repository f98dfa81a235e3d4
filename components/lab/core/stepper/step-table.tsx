import { rowsOfStep, type StepViews } from "@/components/lab/core/stepper/step-rows";
import type { TracedItem, TracedRun } from "@/components/lab/core/traced";
import type { PipelineWords } from "@/components/lab/core/words";
import { Table } from "@/components/ui/table";

const SHOWN = 12;

export type StepTableProps<Item extends TracedItem> = {
  run: TracedRun<Item>;
  views: StepViews<Item>;
  step: string;
  words: PipelineWords;
};

/** The items of one step: those that the trace follows, with what this step knows of each. */
export function StepTable<Item extends TracedItem>({ run, views, step, words }: StepTableProps<Item>) {
  const rows = rowsOfStep(views, run, step, SHOWN);
  return (
    <Table
      dense
      caption={`${rows.length} of the ${words.items} followed through this request: the slate, what nearly was, and what was removed`}
      columns={views[step]?.columns ?? []}
      rows={rows}
      rowKey={(row) => String(row.card.item)}
    />
  );
}
