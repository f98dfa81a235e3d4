import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { formatShare } from "@/components/lab/format";
import { describeSum, featureParts, shortNumber } from "@/components/lab/search/results/hit-words";
import { signed } from "@/components/lab/search/results/product-words";
import { wordOfStem } from "@/lib/pipeline/product-search/mark-title";
import type { Hit } from "@/lib/pipeline/product-search/trace";

const SHOWN_FEATURES = 6;
const FIELDS = { title: "title", shelf: "brand and category" } as const;

/** The matched terms with their shares of the BM25 score. */
export function TermParts({ hit: { terms, card } }: { hit: Hit }) {
  if (terms.length === 0) return "No word of the query stands in it: its vector brought it.";
  const texts = { title: card.title, shelf: `${card.brand} ${card.department} ${card.category}` };
  const rows = terms
    .map((part) => ({ ...part, surface: wordOfStem(texts[part.field], part.term) }))
    .sort((a, b) => b.contribution - a.contribution);
  return (
    <>
      <BarChart
        title="BM25 by matched term"
        description="The longer the bar, the more the term adds to the score."
        rows={rows.map(({ term, surface, word, field, contribution, share }) => ({
          id: `${term}-${field}`,
          label: surface,
          note: `in ${FIELDS[field]}${word === surface.toLowerCase() ? "" : `, for “${word}”`}`,
          valueLabel: `${contribution.toFixed(2)}, ${formatShare(share)}`,
          segments: [{ id: "part", value: contribution, color: 1 }],
        }))}
      />
      <ChartTable
        caption="Matched terms: how often each stands there, and what it adds to the BM25 score"
        columns={[
          { key: "word", header: "Word", rowHeader: true, cell: ({ surface }) => surface },
          { key: "asked", header: "For", cell: ({ word }) => word },
          { key: "field", header: "In", cell: ({ field }) => FIELDS[field] },
          { key: "times", header: "Times", numeric: true, cell: ({ frequency }) => frequency },
          { key: "adds", header: "Adds", numeric: true, cell: ({ contribution }) => contribution.toFixed(3) },
          { key: "share", header: "Share", numeric: true, cell: ({ share }) => formatShare(share) },
        ]}
        rows={rows}
        rowKey={({ term, field }) => `${term}-${field}`}
      />
    </>
  );
}

/** The features that weigh most, and all of them in a table. */
export function FeatureParts({ hit }: { hit: Hit }) {
  const parts = featureParts(hit);
  return (
    <>
      <BarChart
        title="Score by feature"
        description="To the right of the line: raises the product. To the left: lowers it. The table holds all features."
        rows={parts.slice(0, SHOWN_FEATURES).map(({ name, label, value, contribution }) => ({
          id: name,
          label,
          note: shortNumber(value),
          valueLabel: signed(contribution),
          segments: [{ id: "part", value: contribution, color: contribution < 0 ? 2 : 1 }],
        }))}
      />
      <p className="mt-2 text-xs text-ink-2 tabular-nums">{describeSum(hit)}</p>
      <ChartTable
        caption="Every feature of this query and product, and what it adds to the score"
        columns={[
          { key: "label", header: "Feature", rowHeader: true, cell: ({ label }) => label },
          { key: "value", header: "Value", numeric: true, cell: ({ value }) => shortNumber(value) },
          { key: "part", header: "Adds", numeric: true, cell: ({ contribution }) => signed(contribution, 3) },
        ]}
        rows={parts}
        rowKey={({ name }) => name}
      />
    </>
  );
}
