import { DROP_LABELS, SOURCE_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { leftAt, rowsOfStep } from "@/components/lab/core/stepper/step-rows";
import { formatShare } from "@/components/lab/format";
import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { type Column, Table } from "@/components/ui/table";
import { HEAD_NAMES, type StepName } from "@/lib/pipeline/video/names";
import type { ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

const SHOWN = 12;

const title: Column<ItemTrace> = {
  key: "title",
  header: "Video",
  rowHeader: true,
  cell: ({ card }) => (
    <span className="block max-w-36 truncate sm:max-w-64 lg:max-w-36" title={card.title}>
      {card.title}
    </span>
  ),
};
const sources: Column<ItemTrace> = {
  key: "sources",
  header: "Rank in its sources",
  cell: (row) => row.sources.map((one) => `${SOURCE_LABELS[one.source]} ${one.rank}`).join(", "),
};
const place = (
  header: string,
  of: (position: ItemTrace["position"]) => number | null,
): Column<ItemTrace> => ({
  key: header,
  header,
  numeric: true,
  cell: ({ position }) => of(position) ?? "",
});
const fate = (step: StepName, stays: string): Column<ItemTrace> => ({
  key: "fate",
  header: "What happened",
  cell: (row) =>
    leftAt(row, step) && row.left ? `out: ${DROP_LABELS[row.left.reason]}` : fateOf(row, step, stays),
});

function fateOf({ moves }: ItemTrace, step: StepName, stays: string): string {
  const move = moves.find((one) => one.step === step);
  return move ? `moved from ${move.from} to ${move.to}, ${move.reason}` : stays;
}

const predictions: Column<ItemTrace>[] = HEAD_NAMES.map((head) => ({
  key: head,
  header: HEAD_LABELS[head],
  numeric: true,
  cell: ({ heads }) => heads && formatShare(heads[head]),
}));
const score: Column<ItemTrace> = {
  key: "score",
  header: "Score",
  numeric: true,
  cell: (row) => row.score?.toFixed(3) ?? "",
};

const COLUMNS: Record<StepName, ReadonlyArray<Column<ItemTrace>>> = {
  retrieve: [title, sources],
  merge: [place("Place", ({ retrieved }) => retrieved), title, sources],
  filter: [place("Place", ({ retrieved }) => retrieved), title, fate("filter", "goes on")],
  rank: [
    place("From", ({ retrieved }) => retrieved),
    place("To", ({ ranked }) => ranked),
    title,
    ...predictions,
    score,
  ],
  rules: [
    place("From", ({ ranked }) => ranked),
    place("To", ({ ruled }) => ruled),
    title,
    fate("rules", "goes on"),
  ],
  diversify: [
    place("From", ({ ruled }) => ruled),
    place("To", ({ slate }) => slate),
    title,
    { key: "topic", header: "Topic", cell: ({ card }) => card.topic },
    score,
    fate("diversify", "shown"),
  ],
};

/** The videos of one step: those that the trace follows, with what this step knows of each. */
export function StepTable({ recommendation, step }: { recommendation: Recommendation; step: StepName }) {
  const rows = rowsOfStep(recommendation, step, SHOWN);
  return (
    <Table
      dense
      caption={`${rows.length} of the videos followed through this request: the slate, what nearly was, and what was removed`}
      columns={COLUMNS[step]}
      rows={rows}
      rowKey={(row) => String(row.card.item)}
    />
  );
}
