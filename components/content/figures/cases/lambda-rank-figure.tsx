"use client";

import { ChevronsRight } from "lucide-react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { Button } from "@/components/ui/button";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { netForces, pairForces } from "@/lib/evaluation/lambda-rank";
import { dcgAtK, type Gain, gainOf, ndcgAtK, rankDiscount } from "@/lib/evaluation/ranking";
import { formatFixed } from "@/lib/framework/units";

type Inputs = { scores: readonly number[]; gain: Gain; steps: number };

const STEP_SIZE = 1;
const LIMIT = 6;
const nameOf = (item: number) => String.fromCharCode(65 + item);
const signed = (value: number) => `${value < 0 ? "−" : "+"}${formatFixed(Math.abs(value), 3)}`;

/** The page that the scores make, and the forces on it. */
function pageOf(grades: readonly number[], { scores, gain }: Inputs) {
  const order = grades.map((_, item) => item).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const inOrder = order.map((item) => grades[item] ?? 0);
  const pairs = pairForces(
    inOrder,
    order.map((item) => scores[item] ?? 0),
    gain,
  );
  return {
    order,
    inOrder,
    pairs: [...pairs].sort((a, b) => b.force - a.force),
    forces: netForces(pairs, order.length),
    ndcg: ndcgAtK(inOrder, grades, grades.length, gain),
    ideal: dcgAtK(
      [...grades].sort((a, b) => b - a),
      grades.length,
      gain,
    ),
  };
}
type Page = ReturnType<typeof pageOf>;

function linesOf({ order, inOrder, pairs, ideal }: Page, { scores, gain }: Inputs) {
  const pair = pairs[0];
  if (!pair) return [];
  const [better, worse] = [order[pair.better] ?? 0, order[pair.worse] ?? 0];
  const gains = [inOrder[pair.better] ?? 0, inOrder[pair.worse] ?? 0].map((grade) => gainOf(grade, gain));
  const discounts = [pair.better, pair.worse].map((place) => rankDiscount(place + 1)).sort((a, b) => b - a);
  return [
    {
      name: `|ΔNDCG| of ${nameOf(better)} and ${nameOf(worse)}, the strongest pair`,
      expression: `(${gains[0]} − ${gains[1]}) × (${discounts.map((value) => formatFixed(value, 3)).join(" − ")}) / ${formatFixed(ideal, 3)}`,
      result: formatFixed(pair.delta, 4),
    },
    {
      name: "Chance that the scores have it the wrong way round",
      expression: `1 / (1 + e^(${formatFixed(scores[better] ?? 0, 2)} − ${formatFixed(scores[worse] ?? 0, 2)}))`,
      result: formatFixed(pair.wrong, 4),
    },
    {
      name: "λ",
      expression: `${formatFixed(pair.wrong, 4)} × ${formatFixed(pair.delta, 4)}`,
      result: formatFixed(pair.force, 4),
    },
  ];
}

export function LambdaRankFigure({ grades, scores, caption }: VocabularyProps<"LambdaRankFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    scores: grades.map((_, item) => scores[item] ?? 0),
    gain: "exponential",
    steps: 0,
  });
  const page = pageOf(grades, state);
  const score = (item: number, value: number) =>
    patch({ scores: state.scores.map((old, i) => (i === item ? value : old)) });
  const takeStep = () => {
    const moved = [...state.scores];
    page.order.forEach((item, place) => {
      const next = (moved[item] ?? 0) + STEP_SIZE * (page.forces[place] ?? 0);
      moved[item] = Math.min(LIMIT, Math.max(-LIMIT, next));
    });
    patch({ scores: moved, steps: state.steps + 1 });
  };
  const strongest = page.pairs[0];
  return (
    <FigureFrame
      title="Which way each product is pushed"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`NDCG is ${formatFixed(page.ndcg, 3)}${state.steps > 0 ? ` after ${state.steps} step${state.steps === 1 ? "" : "s"}` : ""}. ${strongest ? `The strongest of ${page.pairs.length} pairs is ${nameOf(page.order[strongest.better] ?? 0)} against ${nameOf(page.order[strongest.worse] ?? 0)}, with ${formatFixed(strongest.force, 3)}.` : "All grades are equal: nothing pushes."}`}
      controls={
        <>
          {grades.map((grade, item) => (
            <QuantityField
              // biome-ignore lint/suspicious/noArrayIndexKey: products have no other identity than their place in the props.
              key={item}
              label={`Score of ${nameOf(item)} (grade ${grade})`}
              min={-LIMIT}
              max={LIMIT}
              step={0.1}
              value={Number((state.scores[item] ?? 0).toFixed(3))}
              onChange={(value) => score(item, value)}
            />
          ))}
          <ChoiceField
            legend="Gain of a grade"
            value={state.gain}
            onChange={(gain: Gain) => patch({ gain })}
            options={[
              { value: "linear", label: "Linear" },
              { value: "exponential", label: "2^grade − 1" },
            ]}
          />
          <div>
            <Button size="small" icon={<ChevronsRight size={15} aria-hidden />} onClick={takeStep}>
              Add the forces to the scores
            </Button>
          </div>
        </>
      }
      formula={<FormulaLines lines={linesOf(page, state)} />}
      table={
        <ChartTable
          caption="All pairs of different grades, strongest first"
          rows={page.pairs}
          rowKey={(row) => `${row.better}-${row.worse}`}
          columns={[
            {
              key: "pair",
              header: "Better over worse",
              rowHeader: true,
              cell: (row) =>
                `${nameOf(page.order[row.better] ?? 0)} over ${nameOf(page.order[row.worse] ?? 0)}`,
            },
            {
              key: "ranks",
              header: "Ranks",
              cell: (row) => `${row.better + 1} and ${row.worse + 1}`,
            },
            { key: "delta", header: "|ΔNDCG|", numeric: true, cell: (row) => formatFixed(row.delta, 4) },
            { key: "wrong", header: "σ", numeric: true, cell: (row) => formatFixed(row.wrong, 4) },
            { key: "force", header: "λ", numeric: true, cell: (row) => formatFixed(row.force, 4) },
          ]}
        />
      }
    >
      <BarChart
        title="Net force on each product, in the order of the page"
        description={page.order
          .map((item, place) => `${nameOf(item)} at rank ${place + 1}: ${signed(page.forces[place] ?? 0)}`)
          .join("; ")}
        rows={page.order.map((item, place) => ({
          id: nameOf(item),
          label: `${place + 1}. ${nameOf(item)}, grade ${grades[item]}`,
          note: `· score ${formatFixed(state.scores[item] ?? 0, 2)}`,
          valueLabel: signed(page.forces[place] ?? 0),
          segments: [
            {
              id: "force",
              value: page.forces[place] ?? 0,
              color: (page.forces[place] ?? 0) < 0 ? (2 as const) : (1 as const),
            },
          ],
        }))}
      />
    </FigureFrame>
  );
}
