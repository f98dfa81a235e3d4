"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { interleavingPreference } from "@/lib/evaluation/interleaving";
import {
  interleavingPower,
  queriesForPower,
  simulatePageOutcomes,
  splitPower,
} from "@/lib/evaluation/interleaving-power";
import { formatCount, formatFixed, formatNumber, formatPercent, formatTick } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { extraNoise: number; eta: number; queries: number; seed: number };

const SHARED_NOISE = 0.7;
const SIMULATED_QUERIES = 600;
const GRID = Array.from({ length: 61 }, (_, i) => 10 ** (2 + i / 12));

export function InterleavingFigure({ queries = 10_000, caption }: VocabularyProps<"InterleavingFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    extraNoise: 0.5,
    eta: 0.5,
    queries,
    seed: 8,
  });
  const { extraNoise, eta, seed } = shown;
  const outcomes = useMemo(
    () =>
      simulatePageOutcomes(
        { sharedNoise: SHARED_NOISE, extraNoise, eta, queries: SIMULATED_QUERIES },
        createRandom(seed),
      ),
    [extraNoise, eta, seed],
  );
  const interleaved = (at: number) => interleavingPower(outcomes, at);
  const split = (at: number) => splitPower(outcomes, at);
  const needed = { interleaved: queriesForPower(interleaved), split: queriesForPower(split) };
  const ties = 1 - outcomes.winsA - outcomes.winsB;
  const preference = interleavingPreference({ winsA: outcomes.winsA, winsB: outcomes.winsB, ties });
  return (
    <FigureFrame
      title="One list for both rankers, or half of the queries each"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`A is truly better. After ${formatCount(shown.queries)} queries interleaving sees it with a chance of ${formatPercent(interleaved(shown.queries))}, the split with ${formatPercent(split(shown.queries))}. For 80% they need ${formatCount(needed.interleaved)} and ${formatCount(needed.split)} queries: a factor of ${formatNumber(needed.split / needed.interleaved)}.`}
      controls={
        <>
          <QuantityField
            label="How much worse B is: extra error of its scores"
            unit="sd"
            min={0.1}
            max={1.5}
            step={0.1}
            value={state.extraNoise}
            onChange={(next) => patch({ extraNoise: next })}
          />
          <QuantityField
            label="Steepness η of P(seen) = rank^−η"
            min={0}
            max={1.5}
            step={0.1}
            value={state.eta}
            onChange={(next) => patch({ eta: next })}
          />
          <QuantityField
            label="Queries"
            scale="log"
            min={100}
            max={10_000_000}
            isInteger
            value={state.queries}
            onChange={(next) => patch({ queries: next })}
          />
          <DrawAgain label="Draw other queries" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Preference for A",
              expression: `(${formatFixed(outcomes.winsA, 3)} + ${formatFixed(ties, 3)} / 2) / 1 − 0.5`,
              result: formatFixed(preference, 4),
            },
            {
              name: "Pages with a click, A minus B",
              expression: `${formatFixed(outcomes.clickedA, 4)} − ${formatFixed(outcomes.clickedB, 4)}`,
              result: formatFixed(outcomes.clickedA - outcomes.clickedB, 4),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Chance to see that A is better, by queries"
          rows={[100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]}
          rowKey={(at) => `queries-${at}`}
          columns={[
            { key: "queries", header: "Queries", rowHeader: true, cell: (at) => formatCount(at) },
            {
              key: "interleaved",
              header: "Interleaved",
              numeric: true,
              cell: (at) => formatPercent(interleaved(at)),
            },
            { key: "split", header: "Split", numeric: true, cell: (at) => formatPercent(split(at)) },
          ]}
        />
      }
    >
      <LineChart
        title="Power by number of queries"
        description={`80% power needs ${formatCount(needed.interleaved)} interleaved queries or ${formatCount(needed.split)} split ones.`}
        x={{
          kind: "log",
          domain: [100, 1e7],
          tickValues: [100, 1e3, 1e4, 1e5, 1e6, 1e7],
          label: "Queries (log scale)",
          format: formatTick,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickValues: [0, 0.25, 0.5, 0.8, 1],
          label: "Chance to see the better ranker, two-sided 5%",
          format: formatPercent,
        }}
        references={[{ axis: "y", value: 0.8, label: "80%" }]}
        series={[
          {
            id: "interleaved",
            label: "interleaved",
            color: 1,
            points: GRID.map((at) => [at, interleaved(at)] as const),
          },
          {
            id: "split",
            label: "split",
            color: 2,
            dash: true,
            points: GRID.map((at) => [at, split(at)] as const),
          },
        ]}
        marks={[
          {
            x: shown.queries,
            y: interleaved(shown.queries),
            label: formatPercent(interleaved(shown.queries)),
            color: 1,
          },
        ]}
      />
    </FigureFrame>
  );
}
