import { formatMany } from "@/components/lab/format";
import { formatPrice } from "@/components/lab/search/results/product-words";
import { GRADE_WORDS, LABELS_LABELS } from "@/components/lab/search/search-words";
import { Table } from "@/components/ui/table";
import type { ClicksStudy } from "@/lib/pipeline/product-search/measures";

/** The pages that each kind of labels leads to. */
export function ClickOutcomes({ outcomes }: Pick<ClicksStudy, "outcomes">) {
  return (
    <Table
      dense
      caption="Pages of held-out queries, by what the ranker has learnt from"
      columns={[
        {
          key: "labels",
          header: "Learnt from",
          rowHeader: true,
          cell: ({ labels }) => LABELS_LABELS[labels],
        },
        { key: "ndcg", header: "True NDCG@10", numeric: true, cell: ({ ndcg10 }) => ndcg10.toFixed(3) },
        { key: "grade", header: "Mean grade", numeric: true, cell: ({ meanGrade }) => meanGrade.toFixed(2) },
        {
          key: "clicks",
          header: "Clicks expected a page",
          numeric: true,
          cell: ({ expectedClicks }) => expectedClicks.toFixed(2),
        },
        {
          key: "popularity",
          header: "Log of sales, mean",
          numeric: true,
          cell: ({ popularity }) => popularity.toFixed(2),
        },
      ]}
      rows={outcomes}
      rowKey={({ labels }) => labels}
    />
  );
}

/** What clicks put up that grades do not. */
export function ClickExamples({ examples }: Pick<ClicksStudy, "examples">) {
  if (examples.length === 0) return null;
  return (
    <Table
      dense
      caption={`${formatMany(examples.length, "product")} that clicks put far higher than grades do, by rank`}
      columns={[
        { key: "query", header: "Query", cell: ({ query }) => query },
        {
          key: "product",
          header: "Product",
          rowHeader: true,
          className: "min-w-48",
          cell: ({ card }) => `${card.title}, ${formatPrice(card.price)}`,
        },
        {
          key: "grade",
          header: "True grade",
          className: "whitespace-nowrap",
          cell: ({ grade }) => `${grade} ${GRADE_WORDS[grade] ?? ""}`,
        },
        { key: "grades", header: "By grades", numeric: true, cell: ({ byGrades }) => byGrades },
        { key: "clicks", header: "By clicks", numeric: true, cell: ({ byClicks }) => byClicks },
        { key: "ips", header: "By weighted clicks", numeric: true, cell: ({ byClicksIps }) => byClicksIps },
      ]}
      rows={examples}
      rowKey={({ query, card }) => `${query}-${card.item}`}
    />
  );
}
