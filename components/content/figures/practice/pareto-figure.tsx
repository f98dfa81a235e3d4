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
import { drawRequests, outcomeAtRandom, outcomeOfWeight, paretoFront } from "@/lib/evaluation/pareto";
import { formatFixed, formatPercent } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const REQUESTS = 60;
const CANDIDATES = 80;
const LIST = 10;
const WEIGHTS = Array.from({ length: 41 }, (_, i) => i / 40);
const TABLE_WEIGHTS = [0, 0.25, 0.5, 0.75, 1];

export function ParetoFigure({ correlation, caption }: VocabularyProps<"ParetoFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState({ correlation, weight: 0.5, seed: 1 });
  const { requests, front, chance } = useMemo(
    () => sweep(shown.correlation, shown.seed),
    [shown.correlation, shown.seed],
  );
  const chosen = outcomeOfWeight(requests, shown.weight, LIST);
  const clicks = outcomeOfWeight(requests, 0, LIST);
  const satisfied = outcomeOfWeight(requests, 1, LIST);
  const costShare = 1 - chosen.first / clicks.first;
  const gainShare = chosen.second / clicks.second - 1;
  return (
    <FigureFrame
      title="What one list can give of two things"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`With ${formatPercent(shown.weight)} of the weight on satisfaction a list of ${LIST} earns ${formatFixed(chosen.first, 2)} clicks and ${formatFixed(chosen.second, 2)} satisfied watches. Against clicks alone that is ${formatPercent(costShare)} fewer clicks for ${formatPercent(gainShare)} more satisfaction.`}
      controls={
        <>
          <QuantityField
            label="Weight on satisfaction"
            unit="%"
            min={0}
            max={100}
            value={Math.round(state.weight * 100)}
            onChange={(percent) => patch({ weight: percent / 100 })}
          />
          <QuantityField
            label="Correlation of the two, over candidates"
            min={-0.9}
            max={1}
            step={0.1}
            value={state.correlation}
            onChange={(next) => patch({ correlation: next })}
            hint="1: what is clicked is what satisfies, and nothing is traded."
          />
          <DrawAgain label="Draw other candidates" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Order by",
              expression: `${formatFixed(1 - shown.weight, 2)} × P(click) + ${formatFixed(shown.weight, 2)} × P(satisfied)`,
              result: `${formatFixed(chosen.first, 2)} and ${formatFixed(chosen.second, 2)} a list`,
            },
            {
              name: "Clicks given up",
              expression: `1 − ${formatFixed(chosen.first, 3)} / ${formatFixed(clicks.first, 3)}`,
              result: formatPercent(costShare),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Simulated: ${REQUESTS} requests of ${CANDIDATES} candidates, the best ${LIST} shown`}
          rows={[
            ...TABLE_WEIGHTS.map((weight) => ({
              name: `Weight ${formatPercent(weight)}`,
              ...outcomeOfWeight(requests, weight, LIST),
            })),
            { name: "At random", ...chance },
          ]}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Order", rowHeader: true, cell: (row) => row.name },
            {
              key: "first",
              header: "Clicks a list",
              numeric: true,
              cell: (row) => formatFixed(row.first, 3),
            },
            {
              key: "second",
              header: "Satisfied a list",
              numeric: true,
              cell: (row) => formatFixed(row.second, 3),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Clicks and satisfied watches a list, for every weight"
        description={`The front runs from ${formatFixed(satisfied.first, 2)} clicks and ${formatFixed(satisfied.second, 2)} satisfied watches to ${formatFixed(clicks.first, 2)} and ${formatFixed(clicks.second, 2)}; a random list gives ${formatFixed(chance.first, 2)} and ${formatFixed(chance.second, 2)}.`}
        hideEndLabels
        height={260}
        x={{
          kind: "linear",
          covers: [0, chance.first],
          label: "Expected clicks a list",
          format: (value) => formatFixed(value, 1),
        }}
        y={{
          kind: "linear",
          covers: [0, chance.second],
          label: "Expected satisfied watches a list",
          format: (value) => formatFixed(value, 1),
        }}
        series={[
          {
            id: "front",
            label: "Every weight",
            color: 1,
            points: front.map(({ first, second }) => [first, second] as const),
          },
        ]}
        marks={[
          { x: chosen.first, y: chosen.second, label: "this weight", color: 1 },
          { x: chance.first, y: chance.second, label: "at random", color: 2 },
        ]}
      />
    </FigureFrame>
  );
}

function sweep(correlation: number, seed: number) {
  const requests = drawRequests(
    { requests: REQUESTS, candidates: CANDIDATES, correlation },
    createRandom(`pareto-${seed}`),
  );
  return {
    requests,
    front: paretoFront(WEIGHTS.map((weight) => outcomeOfWeight(requests, weight, LIST))),
    chance: outcomeAtRandom(requests, LIST),
  };
}
