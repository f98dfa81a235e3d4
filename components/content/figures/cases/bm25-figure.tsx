"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { bm25Idf, bm25Norm, bm25Saturation, LUCENE_BM25 } from "@/lib/evaluation/bm25";
import { formatFixed, formatWhole } from "@/lib/framework/units";

type Inputs = { k1: number; b: number; repeats: number; averageLength: number };
type Title = { id: string; name: string; text: string; length: number; waterproof: number; boots: number };

/** Words of the stuffed title beside "boots": waterproof, for, men, women. */
const OTHER_WORDS = 4;

const titlesOf = (repeats: number): Title[] => [
  { id: "plain", name: "A", text: "Waterproof hiking boots", length: 3, waterproof: 1, boots: 1 },
  {
    id: "stuffed",
    name: "B",
    text: `Waterproof ${repeats === 1 ? "boots" : `boots × ${repeats}`} for men women`,
    length: OTHER_WORDS + repeats,
    waterproof: 1,
    boots: repeats,
  },
  {
    id: "other",
    name: "C",
    text: "Leather boots, warm lining, rubber sole, 38 to 47",
    length: 9,
    waterproof: 0,
    boots: 1,
  },
];

export function Bm25Figure(props: VocabularyProps<"Bm25Figure">) {
  const { documents, waterproof, boots, repeats, averageLength, caption } = props;
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    ...LUCENE_BM25,
    repeats,
    averageLength,
  });
  const idf = { waterproof: bm25Idf(documents, waterproof), boots: bm25Idf(documents, boots) };
  const rows = titlesOf(state.repeats).map((title) => {
    const norm = bm25Norm(title.length, state.averageLength, state);
    const parts = {
      waterproof: idf.waterproof * bm25Saturation(title.waterproof, norm),
      boots: idf.boots * bm25Saturation(title.boots, norm),
    };
    return { ...title, norm, parts, score: parts.waterproof + parts.boots };
  });
  const [plain, stuffed] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
  const first = [...rows].sort((x, y) => y.score - x.score)[0] ?? plain;
  return (
    <FigureFrame
      title="BM25 of three titles for “waterproof boots”"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${first.name} is first with ${formatFixed(first.score, 2)}. Repeating boots ${state.repeats === 1 ? "once" : `${state.repeats} times`} brings B ${formatFixed(stuffed.parts.boots, 2)} for that word, of at most ${formatFixed(idf.boots, 2)}, and its length of ${stuffed.length} words costs it ${formatFixed(Math.max(0, idf.waterproof * bm25Saturation(1, bm25Norm(state.averageLength, state.averageLength, state)) - stuffed.parts.waterproof), 2)} on the other.`}
      controls={
        <>
          <QuantityField
            label="Times that B says boots"
            min={1}
            max={20}
            isInteger
            value={state.repeats}
            onChange={(next) => patch({ repeats: next })}
          />
          <QuantityField
            label="Saturation k1"
            min={0}
            max={5}
            step={0.1}
            value={state.k1}
            onChange={(k1) => patch({ k1 })}
            hint="0: only whether a word is there. Large: every repetition counts."
          />
          <QuantityField
            label="Length normalisation b"
            min={0}
            max={1}
            step={0.05}
            value={state.b}
            onChange={(b) => patch({ b })}
          />
          <QuantityField
            label="Average length of a title"
            unit="words"
            min={3}
            max={40}
            isInteger
            value={state.averageLength}
            onChange={(next) => patch({ averageLength: next })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "idf of boots",
              expression: `ln(1 + (${formatWhole(documents)} − ${formatWhole(boots)} + 0.5) / (${formatWhole(boots)} + 0.5))`,
              result: formatFixed(idf.boots, 3),
            },
            {
              name: "norm of B",
              expression: `${formatFixed(state.k1, 1)} × (1 − ${formatFixed(state.b, 2)} + ${formatFixed(state.b, 2)} × ${stuffed.length} / ${state.averageLength})`,
              result: formatFixed(stuffed.norm, 3),
            },
            {
              name: "boots in B",
              expression: `${formatFixed(idf.boots, 3)} × ${state.repeats} / (${state.repeats} + ${formatFixed(stuffed.norm, 3)})`,
              result: formatFixed(stuffed.parts.boots, 3),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="What each title gets for each word"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "title", header: "Title", rowHeader: true, cell: (row) => `${row.name}: ${row.text}` },
            { key: "length", header: "Words", numeric: true, cell: (row) => String(row.length) },
            { key: "norm", header: "norm", numeric: true, cell: (row) => formatFixed(row.norm, 3) },
            {
              key: "waterproof",
              header: "waterproof",
              numeric: true,
              cell: (row) => formatFixed(row.parts.waterproof, 3),
            },
            { key: "boots", header: "boots", numeric: true, cell: (row) => formatFixed(row.parts.boots, 3) },
            { key: "score", header: "Score", numeric: true, cell: (row) => formatFixed(row.score, 3) },
          ]}
        />
      }
    >
      <BarChart
        title="BM25 score by title"
        description={rows.map((row) => `${row.name}, ${row.text}: ${formatFixed(row.score, 2)}`).join("; ")}
        legend={[
          { label: "waterproof", color: 1 },
          { label: "boots", color: 2 },
        ]}
        maximum={idf.waterproof + idf.boots}
        rows={rows.map((row) => ({
          id: row.id,
          label: `${row.name}: ${row.text}`,
          valueLabel: formatFixed(row.score, 2),
          segments: [
            { id: "waterproof", value: row.parts.waterproof, color: 1 as const },
            { id: "boots", value: row.parts.boots, color: 2 as const },
          ],
        }))}
      />
    </FigureFrame>
  );
}
