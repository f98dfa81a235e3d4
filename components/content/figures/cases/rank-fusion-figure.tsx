"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { reciprocalRankShare } from "@/lib/evaluation/rank-fusion";
import { ndcgAtK } from "@/lib/evaluation/ranking";
import { formatFixed } from "@/lib/framework/units";

type Inputs = { constant: number; words: number; vectors: number };

/** Two lists for the query "grey couch": ranks from 1, none where a retriever did not bring the product. */
const PRODUCTS = [
  { name: "Grey couch cover", grade: 1, words: 1, vectors: 6 },
  { name: "Couch, grey, 3 seats", grade: 4, words: 2, vectors: 3 },
  { name: "Couch legs, grey, set of 4", grade: 0, words: 3, vectors: null },
  { name: "Corner couch, beige", grade: 2, words: 4, vectors: 5 },
  { name: "Couch cleaner, grey bottle", grade: 0, words: 5, vectors: null },
  { name: "Grey sofa, 3 seats", grade: 4, words: null, vectors: 1 },
  { name: "Grey loveseat", grade: 3, words: null, vectors: 2 },
  { name: "Armchair, grey", grade: 1, words: null, vectors: 4 },
] as const;
const CUT_OFF = 5;
const GRADES = PRODUCTS.map(({ grade }) => grade);

const rankLabel = (rank: number | null) => (rank === null ? "–" : String(rank));
const ndcgOf = (products: readonly { grade: number }[]) =>
  ndcgAtK(
    products.map(({ grade }) => grade),
    GRADES,
    CUT_OFF,
    "exponential",
  );
const listOf = (retriever: "words" | "vectors") =>
  PRODUCTS.filter((product) => product[retriever] !== null).sort(
    (a, b) => (a[retriever] ?? 0) - (b[retriever] ?? 0),
  );

function fuse({ constant, words, vectors }: Inputs) {
  return PRODUCTS.map((product) => {
    const parts = {
      words: product.words === null ? 0 : reciprocalRankShare(product.words, constant, words),
      vectors: product.vectors === null ? 0 : reciprocalRankShare(product.vectors, constant, vectors),
    };
    return { ...product, parts, sum: parts.words + parts.vectors };
  })
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
}

export function RankFusionFigure({ constant, caption }: VocabularyProps<"RankFusionFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({ constant, words: 1, vectors: 1 });
  const rows = fuse(state);
  const both = PRODUCTS[1];
  return (
    <FigureFrame
      title="Two lists for “grey couch”, fused by rank"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`NDCG@${CUT_OFF}: words alone ${formatFixed(ndcgOf(listOf("words")), 3)}, vectors alone ${formatFixed(ndcgOf(listOf("vectors")), 3)}, fused ${formatFixed(ndcgOf(rows), 3)}. First is “${rows[0]?.name ?? "nothing"}”.`}
      controls={
        <>
          <QuantityField
            label="Constant k"
            min={0}
            max={200}
            isInteger
            value={state.constant}
            onChange={(next) => patch({ constant: next })}
            hint="0: the first place of either list wins. Large: being in both lists wins."
          />
          <QuantityField
            label="Weight of words"
            min={0}
            max={3}
            step={0.1}
            value={state.words}
            onChange={(words) => patch({ words })}
            hint="0: as if this list were empty."
          />
          <QuantityField
            label="Weight of vectors"
            min={0}
            max={3}
            step={0.1}
            value={state.vectors}
            onChange={(vectors) => patch({ vectors })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: both.name,
              expression: `${formatFixed(state.words, 1)} / (${state.constant} + ${both.words}) + ${formatFixed(state.vectors, 1)} / (${state.constant} + ${both.vectors})`,
              result: formatFixed(rows.find(({ name }) => name === both.name)?.sum ?? 0, 4),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Rank in each list, grade and fused value, best first"
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Product", rowHeader: true, cell: (row) => row.name },
            { key: "grade", header: "Grade", numeric: true, cell: (row) => String(row.grade) },
            { key: "words", header: "Words", numeric: true, cell: (row) => rankLabel(row.words) },
            { key: "vectors", header: "Vectors", numeric: true, cell: (row) => rankLabel(row.vectors) },
            { key: "sum", header: "Fused", numeric: true, cell: (row) => formatFixed(row.sum, 4) },
          ]}
        />
      }
    >
      <BarChart
        title="Fused value by product, best first"
        description={rows.map((row) => `${row.name}: ${formatFixed(row.sum, 4)}`).join("; ")}
        legend={[
          { label: "from words", color: 1 },
          { label: "from vectors", color: 2 },
        ]}
        rows={rows.map((row, place) => ({
          id: row.name,
          label: `${place + 1}. ${row.name}`,
          note: `· grade ${row.grade}, ranks ${rankLabel(row.words)} and ${rankLabel(row.vectors)}`,
          valueLabel: formatFixed(row.sum, 4),
          segments: [
            { id: "words", value: row.parts.words, color: 1 as const },
            { id: "vectors", value: row.parts.vectors, color: 2 as const },
          ],
        }))}
      />
    </FigureFrame>
  );
}
