import { sourceLabel } from "@/components/lab/core/words";
import { describeRating, formatPrice } from "@/components/lab/search/results/product-words";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import { type Column, Table } from "@/components/ui/table";
import type { Hit, SearchTrace } from "@/lib/pipeline/product-search/trace";

const number = (key: string, header: string, cell: (hit: Hit) => string | number | null): Column<Hit> => ({
  key,
  header,
  numeric: true,
  cell,
});

/** The page with every number: the twin of the list and its stories. */
export function ResultsTable({ trace }: { trace: SearchTrace }) {
  return (
    <Table
      dense
      caption="The page, with all that was computed and where each product stood"
      columns={[
        number("slate", "Page", ({ position }) => position.slate),
        { key: "title", header: "Product", rowHeader: true, cell: ({ card }) => card.title },
        number("grade", "True grade", ({ grade }) => grade),
        number("price", "Price", ({ card }) => formatPrice(card.price)),
        {
          key: "rating",
          header: "Rating",
          cell: ({ card }) => describeRating(card),
          className: "whitespace-nowrap",
        },
        {
          key: "sources",
          header: "Rank in its sources",
          cell: ({ sources }) =>
            sources.map(({ source, rank }) => `${sourceLabel(SEARCH_WORDS, source)} ${rank}`).join(", "),
        },
        number("bm25", "BM25", ({ bm25 }) => bm25.toFixed(2)),
        number("dense", "Cosine", ({ dense }) => dense?.toFixed(3) ?? ""),
        number("fusion", "Fused", ({ fusion }) => fusion.toFixed(4)),
        number("merged", "Place fused", ({ position }) => position.merged),
        number("ranked", "Ranked", ({ position }) => position.ranked),
        number("ruled", "After rules", ({ position }) => position.ruled),
        number("score", "Score", ({ score }) => score?.toFixed(3) ?? ""),
      ]}
      rows={trace.slate}
      rowKey={({ card }) => String(card.item)}
    />
  );
}
