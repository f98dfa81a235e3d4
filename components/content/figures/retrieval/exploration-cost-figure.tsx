"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { explorationImpressions, explorationLoss, rateHalfWidth } from "@/lib/framework/exploration-cost";
import { formatCount, formatPercent, formatTick, formatWhole, percentOf } from "@/lib/framework/units";

const AMOUNTS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
type Inputs = {
  uploads: number;
  each: number;
  dailyImpressions: number;
  rate: number;
  lossPerSlot: number;
  /** Second round. */
  promisingShare: number;
  furtherEach: number;
};

export function ExplorationCostFigure({
  uploads,
  each,
  dailyImpressions,
  rate,
  caption,
}: VocabularyProps<"ExplorationCostFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    uploads,
    each,
    dailyImpressions,
    rate,
    lossPerSlot: 0.3,
    promisingShare: 0.25,
    furtherEach: 300,
  });
  const promising = Math.round(state.uploads * state.promisingShare);
  const first = { items: state.uploads, impressionsEach: state.each };
  const second = { items: promising, impressionsEach: state.furtherEach };
  const total = explorationImpressions([first, second]);
  const share = total / state.dailyImpressions;
  const after = rateHalfWidth(state.rate, state.each + state.furtherEach);
  const forAll = explorationImpressions([
    { items: state.uploads, impressionsEach: state.each + state.furtherEach },
  ]);
  return (
    <FigureFrame
      title="What first impressions cost, and what they tell"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatCount(total)} impressions a day, ${formatPercent(share)} of all: each upload is known to ±${points(rateHalfWidth(state.rate, state.each))} points, the promising ${formatPercent(state.promisingShare)} to ±${points(after)}. If a slot spent so earns ${formatPercent(state.lossPerSlot)} less, the whole costs ${formatPercent(explorationLoss(total, state.dailyImpressions, state.lossPerSlot))} of the value. The same certainty for all would take ${formatPercent(forAll / state.dailyImpressions)}.`}
      controls={<Controls state={state} patch={patch} />}
      formula={
        <FormulaLines
          lines={[
            {
              name: "Impressions",
              expression: `${formatCount(state.uploads)} × ${formatWhole(state.each)} + ${formatCount(promising)} × ${formatWhole(state.furtherEach)}`,
              result: formatCount(total),
            },
            {
              name: "Share of traffic",
              expression: `${formatCount(total)} / ${formatCount(state.dailyImpressions)}`,
              result: formatPercent(share),
            },
            {
              name: "Uncertainty after the first round",
              expression: `1.96 × √(${formatPercent(state.rate)} × ${formatPercent(1 - state.rate)} / ${formatWhole(state.each)})`,
              result: `±${points(rateHalfWidth(state.rate, state.each))} points`,
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="One round for all uploads"
          rows={AMOUNTS}
          rowKey={String}
          columns={[
            { key: "each", header: "Impressions each", rowHeader: true, cell: (n) => formatWhole(n) },
            {
              key: "share",
              header: "Share of traffic",
              numeric: true,
              cell: (n) => formatPercent((state.uploads * n) / state.dailyImpressions),
            },
            {
              key: "width",
              header: "Uncertainty, points",
              numeric: true,
              cell: (n) => `±${points(rateHalfWidth(state.rate, n))}`,
            },
          ]}
        />
      }
    >
      <LineChart
        title="Uncertainty of a rate by impressions"
        description={`From ±${points(rateHalfWidth(state.rate, 10))} points after ten to ±${points(rateHalfWidth(state.rate, 10_000))} after ten thousand; half the width takes four times the impressions.`}
        x={{ kind: "log", domain: [10, 10_000], label: "Impressions of one item", format: formatTick }}
        y={{
          kind: "linear",
          domain: [0, percentOf(rateHalfWidth(state.rate, 10))],
          tickCount: 4,
          label: "Half width of the interval, points",
          format: (value) => (value === 0 ? "0" : `±${value}`),
        }}
        series={[
          {
            id: "width",
            label: "Uncertainty",
            color: 1,
            points: Array.from({ length: 61 }, (_, i) => {
              const n = 10 ** (1 + i / 20);
              return [n, 100 * rateHalfWidth(state.rate, n)] as const;
            }),
          },
        ]}
        hideEndLabels
        marks={[
          {
            x: state.each,
            y: 100 * rateHalfWidth(state.rate, state.each),
            label: `all: ±${points(rateHalfWidth(state.rate, state.each))}`,
            color: 1,
          },
          {
            x: state.each + state.furtherEach,
            y: 100 * after,
            label: `promising: ±${points(after)}`,
            color: 2,
          },
        ]}
      />
    </FigureFrame>
  );
}

const points = (share: number) => (100 * share).toFixed(1);

function Controls({ state, patch }: { state: Inputs; patch: (change: Partial<Inputs>) => void }) {
  return (
    <>
      <QuantityField
        label="New items a day"
        scale="log"
        min={100}
        max={1e8}
        isInteger
        value={state.uploads}
        onChange={(uploads) => patch({ uploads })}
      />
      <QuantityField
        label="Impressions a day, in all"
        scale="log"
        min={1e5}
        max={1e12}
        isInteger
        value={state.dailyImpressions}
        onChange={(dailyImpressions) => patch({ dailyImpressions })}
      />
      <QuantityField
        label="First round, impressions each"
        scale="log"
        min={10}
        max={5000}
        isInteger
        value={state.each}
        onChange={(each) => patch({ each })}
      />
      <QuantityField
        label="Second round, further impressions"
        scale="log"
        min={10}
        max={5000}
        isInteger
        value={state.furtherEach}
        onChange={(furtherEach) => patch({ furtherEach })}
      />
      <QuantityField
        label="Promising: share that goes on"
        unit="%"
        min={0}
        max={100}
        value={percentOf(state.promisingShare)}
        onChange={(percent) => patch({ promisingShare: percent / 100 })}
      />
      <QuantityField
        label="Typical rate"
        unit="%"
        scale="log"
        min={0.1}
        max={50}
        value={percentOf(state.rate)}
        onChange={(percent) => patch({ rate: percent / 100 })}
      />
      <QuantityField
        label="An explored slot earns less by"
        unit="%"
        min={0}
        max={100}
        value={percentOf(state.lossPerSlot)}
        onChange={(percent) => patch({ lossPerSlot: percent / 100 })}
      />
    </>
  );
}
