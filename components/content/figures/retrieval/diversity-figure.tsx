"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { type FanItem, VectorFan } from "@/components/content/figures/retrieval/vector-fan";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { selectByDpp, setDeterminant } from "@/lib/evaluation/dpp";
import { selectByMmr } from "@/lib/evaluation/mmr";
import { formatFixed } from "@/lib/framework/units";

const CHOSEN = 3;
/** Similarities off the diagonal count a little less, or three vectors in a plane would span nothing. */
const SHRINK = 0.95;
const START: readonly FanItem[] = [
  { name: "A", quality: 0.9, degrees: 0 },
  { name: "B", quality: 0.85, degrees: 5 },
  { name: "C", quality: 0.8, degrees: 10 },
  { name: "D", quality: 0.6, degrees: 80 },
  { name: "E", quality: 0.5, degrees: 90 },
];
const METHODS = [
  { value: "mmr", label: "MMR" },
  { value: "dpp", label: "DPP" },
  { value: "quality", label: "Quality alone" },
] as const;
type Method = (typeof METHODS)[number]["value"];
type Inputs = { items: readonly FanItem[]; lambda: number; selected: number; method: Method };

export function DiversityFigure({ lambda, caption }: VocabularyProps<"DiversityFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    items: START,
    lambda,
    selected: 1,
    method: "mmr",
  });
  const { items } = state;
  const orders = chooseBy(items, state.lambda);
  const kernel = kernelOf(items);
  const nameOf = (order: readonly number[]) => order.map((i) => items[i]?.name ?? "").join(", ");
  const sets = triples(items.length)
    .map((set) => ({
      set,
      determinant: setDeterminant(set, kernel),
      quality: set.reduce((sum, i) => sum + (items[i]?.quality ?? 0), 0),
    }))
    .sort((a, b) => b.determinant - a.determinant);
  const present = items[state.selected];
  const change = (of: Partial<FanItem>) =>
    patch({ items: items.map((item, i) => (i === state.selected ? { ...item, ...of } : item)) });
  return (
    <FigureFrame
      title="Choose three of five"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`By quality alone: ${nameOf(orders.quality)}. MMR at λ = ${formatFixed(state.lambda, 2)}: ${nameOf(orders.mmr)}. Greedy DPP: ${nameOf(orders.dpp)}, with a determinant of ${formatFixed(setDeterminant(orders.dpp, kernel), 4)}; the best of all ten sets is ${nameOf(sets[0]?.set ?? [])} with ${formatFixed(sets[0]?.determinant ?? 0, 4)}.`}
      controls={
        <>
          <QuantityField
            label="λ: weight of quality in MMR"
            min={0}
            max={1}
            step={0.05}
            value={state.lambda}
            onChange={(next) => patch({ lambda: next })}
          />
          <ChoiceField
            legend="Picture shows the choice of"
            value={state.method}
            onChange={(method: Method) => patch({ method })}
            options={METHODS}
          />
          <ChoiceField
            legend="Item to move"
            value={String(state.selected)}
            onChange={(selected) => patch({ selected: Number(selected) })}
            options={items.map((item, i) => ({ value: String(i), label: item.name }))}
          />
          <div className="grid gap-4">
            <QuantityField
              label={`Quality of ${present?.name ?? ""}`}
              min={0.05}
              max={1}
              step={0.05}
              value={present?.quality ?? 0}
              onChange={(quality) => change({ quality })}
            />
            <QuantityField
              label={`Direction of ${present?.name ?? ""}`}
              unit="°"
              min={0}
              max={90}
              isInteger
              value={present?.degrees ?? 0}
              onChange={(degrees) => change({ degrees })}
            />
          </div>
        </>
      }
      formula={<FormulaLines lines={linesOf(items, state.lambda, orders, kernel)} />}
      table={
        <ChartTable
          caption="All sets of three, by determinant"
          rows={sets}
          rowKey={(row) => row.set.join("-")}
          columns={[
            { key: "set", header: "Set", rowHeader: true, cell: (row) => nameOf(row.set) },
            {
              key: "det",
              header: "Determinant",
              numeric: true,
              cell: (row) => formatFixed(row.determinant, 5),
            },
            {
              key: "quality",
              header: "Sum of quality",
              numeric: true,
              cell: (row) => formatFixed(row.quality, 2),
            },
          ]}
        />
      }
    >
      <VectorFan
        items={items}
        chosen={orders[state.method]}
        selected={state.selected}
        onSelect={(selected) => patch({ selected })}
        onMove={change}
        description={`Five arrows from one corner; length is quality, direction is content. Chosen by ${METHODS.find(({ value }) => value === state.method)?.label}: ${nameOf(orders[state.method])}.`}
      />
    </FigureFrame>
  );
}

const similarityOf = (items: readonly FanItem[]) => (a: number, b: number) =>
  Math.cos((((items[a]?.degrees ?? 0) - (items[b]?.degrees ?? 0)) * Math.PI) / 180);

function kernelOf(items: readonly FanItem[]) {
  const similarity = similarityOf(items);
  return (a: number, b: number) =>
    (items[a]?.quality ?? 0) *
    (items[b]?.quality ?? 0) *
    (SHRINK * similarity(a, b) + (a === b ? 1 - SHRINK : 0));
}

function chooseBy(items: readonly FanItem[], lambda: number): Record<Method, number[]> {
  const quality = items.map((item) => item.quality);
  return {
    mmr: selectByMmr(quality, similarityOf(items), lambda, CHOSEN),
    dpp: selectByDpp(items.length, kernelOf(items), CHOSEN),
    quality: selectByMmr(quality, similarityOf(items), 1, CHOSEN),
  };
}

function triples(count: number): number[][] {
  const sets: number[][] = [];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) for (let c = b + 1; c < count; c++) sets.push([a, b, c]);
  return sets;
}

function linesOf(
  items: readonly FanItem[],
  lambda: number,
  orders: Record<Method, number[]>,
  kernel: (a: number, b: number) => number,
) {
  const [first = 0, second = 0] = orders.mmr;
  const [dppFirst = 0, dppSecond = 0] = orders.dpp;
  const similarity = similarityOf(items)(first, second);
  const quality = items[second]?.quality ?? 0;
  return [
    {
      name: `MMR value of ${items[second]?.name}, its second choice`,
      expression: `${formatFixed(lambda, 2)} × ${formatFixed(quality, 2)} − ${formatFixed(1 - lambda, 2)} × ${formatFixed(similarity, 3)}`,
      result: formatFixed(lambda * quality - (1 - lambda) * similarity, 3),
    },
    {
      name: `DPP: det of ${items[dppFirst]?.name}, ${items[dppSecond]?.name}`,
      expression: `${formatFixed(kernel(dppFirst, dppFirst), 3)} × ${formatFixed(kernel(dppSecond, dppSecond), 3)} − ${formatFixed(kernel(dppFirst, dppSecond), 3)}²`,
      result: formatFixed(setDeterminant([dppFirst, dppSecond], kernel), 4),
    },
  ];
}
