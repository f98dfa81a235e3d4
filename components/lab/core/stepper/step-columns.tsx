/** The columns that the step tables of every world are made of. */
import { leftAt } from "@/components/lab/core/stepper/step-rows";
import type { TracedItem } from "@/components/lab/core/traced";
import { type PipelineWords, reasonWords, sourceLabel } from "@/components/lab/core/words";
import { capitalise, formatShare } from "@/components/lab/format";
import type { Column } from "@/components/ui/table";

export const titleColumn = (words: PipelineWords): Column<TracedItem> => ({
  key: "title",
  header: capitalise(words.item),
  rowHeader: true,
  cell: ({ card }) => (
    <span className="block max-w-36 truncate sm:max-w-64 lg:max-w-36" title={card.title}>
      {card.title}
    </span>
  ),
});

export const sourcesColumn = (words: PipelineWords): Column<TracedItem> => ({
  key: "sources",
  header: "Rank in its sources",
  cell: (row) => row.sources.map((one) => `${sourceLabel(words, one.source)} ${one.rank}`).join(", "),
});

export const placeColumn = <Item extends TracedItem>(
  header: string,
  of: (position: Item["position"]) => number | null,
): Column<Item> => ({ key: header, header, numeric: true, cell: ({ position }) => of(position) ?? "" });

/** Out and why, moved and by what, or `stays`. */
export const fateColumn = (step: string, stays: string, words: PipelineWords): Column<TracedItem> => ({
  key: "fate",
  header: "What happened",
  cell: (row) =>
    leftAt(row, step) && row.left
      ? `out: ${reasonWords(words, row.left.reason)}`
      : describeMove(row, step, stays),
});

function describeMove({ moves }: TracedItem, step: string, stays: string): string {
  const move = moves.find((one) => one.step === step);
  return move ? `moved from ${move.from} to ${move.to}, ${move.reason}` : stays;
}

/** One column of predictions for each head. */
export const headColumns = <Head extends string>(
  labels: Readonly<Record<Head, string>>,
  format: (value: number) => string = formatShare,
): Column<TracedItem & { heads: Readonly<Record<Head, number>> | null }>[] =>
  (Object.keys(labels) as Head[]).map((head) => ({
    key: head,
    header: labels[head],
    numeric: true,
    cell: ({ heads }) => heads && format(heads[head]),
  }));

export const scoreColumn: Column<TracedItem> = {
  key: "score",
  header: "Score",
  numeric: true,
  cell: (row) => row.score?.toFixed(3) ?? "",
};
