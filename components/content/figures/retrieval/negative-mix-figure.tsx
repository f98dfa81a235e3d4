"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  drawMixWorld,
  type MixResult,
  type NegativeMix,
  oracleOfMix,
  trainWithMix,
} from "@/lib/evaluation/negative-mix";
import { formatFixed, formatPercent, percentOf } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const USERS = 80;
const ITEMS = 240;
const WATCHED = 160;
const RETRIEVED = 10;
type Inputs = NegativeMix & { seed: number };

export function NegativeMixFigure({ uniform, hard, caption }: VocabularyProps<"NegativeMixFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    uniform,
    hard: Math.min(hard, 1 - uniform),
    isCorrected: true,
    seed: 1,
  });
  const world = useMemo(
    () => drawMixWorld(USERS, ITEMS, WATCHED, createRandom(`negative-mix/${shown.seed}`)),
    [shown.seed],
  );
  const train = (mix: NegativeMix) =>
    trainWithMix(world, mix, RETRIEVED, createRandom(`training/${shown.seed}`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `train` follows from the world, which follows from the seed.
  const fromBatch = useMemo(
    () => train({ uniform: 0, hard: 0, isCorrected: shown.isCorrected }),
    [world, shown.isCorrected],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `train` follows from the world, which follows from the seed.
  const mixed = useMemo(() => train(shown), [world, shown]);
  const best = useMemo(() => oracleOfMix(world, RETRIEVED), [world]);
  const rows = [
    { id: "batch", label: "From the batch alone", result: fromBatch },
    { id: "mix", label: "Your mix", result: mixed },
    { id: "best", label: "Best possible", result: best },
  ];
  return (
    <FigureFrame
      title="Train two towers with the negatives you choose"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`With ${describeMix(shown)}, ${shown.isCorrected ? "corrected" : "not corrected"}, recall@${RETRIEVED} is ${formatFixed(mixed.recall, 2)} of a possible ${formatFixed(best.recall, 2)}; ${formatPercent(mixed.neverWatched)} of the retrieved places go to items that nobody watches. From the batch alone: ${formatFixed(fromBatch.recall, 2)} and ${formatPercent(fromBatch.neverWatched)}.`}
      controls={<Controls state={state} patch={patch} />}
      formula={<FormulaLines lines={linesOf(mixed, best)} />}
      table={
        <ChartTable
          caption={`Simulated: ${USERS} people, ${ITEMS} items of which ${ITEMS - WATCHED} are of a kind that nobody watches; trained here`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Negatives", rowHeader: true, cell: (row) => row.label },
            {
              key: "recall",
              header: `Recall@${RETRIEVED}`,
              numeric: true,
              cell: (row) => formatFixed(row.result.recall, 3),
            },
            {
              key: "never",
              header: "Never watched",
              numeric: true,
              cell: (row) => formatPercent(row.result.neverWatched),
            },
            {
              key: "popularity",
              header: "Popularity, times the average",
              numeric: true,
              cell: (row) => formatFixed(row.result.popularity, 1),
            },
          ]}
        />
      }
    >
      <BarChart
        title={`Recall@${RETRIEVED}`}
        description={rows.map((row) => `${row.label}: ${formatFixed(row.result.recall, 2)}`).join("; ")}
        legend={[
          { label: `Recall@${RETRIEVED}`, color: 1 },
          { label: "Retrieved places given to items that nobody watches", color: 2 },
        ]}
        maximum={1}
        rows={rows.flatMap((row) => [
          {
            id: `${row.id}-recall`,
            label: row.label,
            note: `· popularity ${formatFixed(row.result.popularity, 1)} × average`,
            valueLabel: formatFixed(row.result.recall, 3),
            segments: [{ id: "recall", value: row.result.recall, color: 1 as const }],
          },
          {
            id: `${row.id}-never`,
            label: "To items that nobody watches",
            valueLabel: formatPercent(row.result.neverWatched),
            segments: [{ id: "never", value: row.result.neverWatched, color: 2 as const }],
          },
        ])}
      />
    </FigureFrame>
  );
}

function Controls({ state, patch }: { state: Inputs; patch: (change: Partial<Inputs>) => void }) {
  return (
    <>
      <QuantityField
        label="Uniform over the catalogue"
        unit="%"
        min={0}
        max={100}
        step={5}
        value={percentOf(state.uniform)}
        onChange={(percent) =>
          patch({ uniform: percent / 100, hard: Math.min(state.hard, 1 - percent / 100) })
        }
        hint={`From the batch: ${formatPercent(Math.max(0, 1 - state.uniform - state.hard))}`}
      />
      <QuantityField
        label="Hard: best scored of six drawn"
        unit="%"
        min={0}
        max={100}
        step={5}
        value={percentOf(state.hard)}
        onChange={(percent) =>
          patch({ hard: percent / 100, uniform: Math.min(state.uniform, 1 - percent / 100) })
        }
      />
      <ChoiceField
        legend="log Q in training"
        value={state.isCorrected ? "on" : "off"}
        onChange={(choice: "on" | "off") => patch({ isCorrected: choice === "on" })}
        options={[
          { value: "on", label: "Subtracted" },
          { value: "off", label: "Left out" },
        ]}
      />
      <DrawAgain label="Another world, another training" onDraw={() => patch({ seed: state.seed + 1 })} />
    </>
  );
}

function describeMix({ uniform, hard }: NegativeMix): string {
  const parts = [
    { share: 1 - uniform - hard, name: "from the batch" },
    { share: uniform, name: "uniform" },
    { share: hard, name: "hard" },
  ];
  return parts
    .filter(({ share }) => share > 1e-9)
    .map(({ share, name }) => `${formatPercent(share)} ${name}`)
    .join(", ");
}

function linesOf(mixed: MixResult, best: MixResult) {
  return [
    {
      name: "Of the best possible",
      expression: `${formatFixed(mixed.recall, 3)} / ${formatFixed(best.recall, 3)}`,
      result: formatPercent(mixed.recall / best.recall),
    },
    {
      name: "Popularity of what is retrieved against the best lists",
      expression: `${formatFixed(mixed.popularity, 2)} / ${formatFixed(best.popularity, 2)}`,
      result: formatFixed(mixed.popularity / best.popularity, 2),
    },
  ];
}
