"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  type AuctionField,
  type AuctionOutcome,
  drawAuctionField,
  holdAuctions,
  type Miscalibration,
  pricePerClick,
} from "@/lib/evaluation/miscalibrated-auction";
import { formatFixed, formatNumber, formatPercent, formatWhole, percentOf } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Axis = "factor" | "slope";
type Inputs = { factor: number; slope: number; noise: number; ads: number; axis: Axis; seed: number };

const AUCTIONS = 2_000;
const SWEEPS: Readonly<Record<Axis, { values: number[]; label: string }>> = {
  factor: {
    values: [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2],
    label: "Factor on every other ad",
  },
  slope: {
    values: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5],
    label: "Slope of log predictions over log truths",
  },
};
const TRUE_SCALE: Miscalibration = { factor: 1, noise: 0, slope: 1 };

/** What the platform earns, what the places are worth, and who pays, each against an auction that knows the truth. */
export function AuctionFigure({ factor, adsPerAuction, caption }: VocabularyProps<"AuctionFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    factor,
    slope: 1,
    noise: 0,
    ads: adsPerAuction,
    axis: "factor",
    seed: 7,
  });
  const field = useMemo(
    () => drawAuctionField(AUCTIONS, state.ads, createRandom(state.seed)),
    [state.ads, state.seed],
  );
  const { axis, noise } = state;
  const sweep = SWEEPS[axis];
  const right = useMemo(() => holdAuctions(field, TRUE_SCALE), [field]);
  const now = useMemo(
    () => compare(field, right, { factor: state.factor, slope: state.slope, noise }),
    [field, right, state.factor, state.slope, noise],
  );
  const other = axis === "factor" ? state.slope : state.factor;
  const curve = useMemo(
    () =>
      SWEEPS[axis].values.map((value) =>
        compare(
          field,
          right,
          axis === "factor" ? { factor: value, slope: other, noise } : { factor: other, slope: value, noise },
        ),
      ),
    [field, right, axis, other, noise],
  );
  const at = state[state.axis];
  return (
    <FigureFrame
      title="An auction that reads wrong probabilities"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`The mis-scaled half wins ${formatPercent(now.winShare)} of the places. The clicks sold are worth ${change(now.value)} and the platform earns ${change(now.revenue)}; a click costs the mis-scaled half ${change(now.priceScaled)} and the others ${change(now.priceOthers)}, each against true probabilities. Winners are promised ${formatNumber(now.promised)} times the clicks they get.`}
      controls={
        <>
          <QuantityField
            label="Factor on the predictions of every other ad"
            scale="log"
            min={0.5}
            max={2}
            value={state.factor}
            onChange={(next) => patch({ factor: next })}
          />
          <QuantityField
            label="Slope of all predictions"
            min={0.4}
            max={1.5}
            step={0.05}
            value={state.slope}
            onChange={(slope) => patch({ slope })}
            hint="Below 1: too flat. Above 1: over-confident."
          />
          <QuantityField
            label="Noise on the logarithm of each prediction"
            min={0}
            max={0.8}
            step={0.05}
            value={state.noise}
            onChange={(noise) => patch({ noise })}
          />
          <QuantityField
            label="Ads in each auction"
            scale="log"
            min={2}
            max={60}
            isInteger
            value={state.ads}
            onChange={(ads) => patch({ ads })}
          />
          <ChoiceField
            legend="Along the axis"
            value={state.axis}
            onChange={(axis: Axis) => patch({ axis })}
            options={[
              { value: "factor", label: "Factor" },
              { value: "slope", label: "Slope" },
            ]}
          />
          <DrawAgain label="Draw other ads" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Price of a click, rivals' scores as they are",
              expression: `next score / (true rate × ${formatNumber(state.factor)})`,
              result: `${formatNumber(1 / state.factor)} × the right price`,
            },
            {
              name: "Value kept",
              expression: `bids × true clicks of these winners / of the right ones`,
              result: formatPercent(now.value),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Against an auction with true probabilities: ${formatWhole(AUCTIONS)} simulated auctions of ${state.ads} ads, by ${sweep.label.toLowerCase()}`}
          rows={curve.map((point, i) => ({ ...point, x: sweep.values[i] ?? 1 }))}
          rowKey={(row) => String(row.x)}
          columns={[
            { key: "x", header: sweep.label, rowHeader: true, cell: (row) => formatNumber(row.x) },
            { key: "revenue", header: "Revenue", numeric: true, cell: (row) => formatPercent(row.revenue) },
            { key: "value", header: "Value sold", numeric: true, cell: (row) => formatPercent(row.value) },
            {
              key: "wins",
              header: "Won by mis-scaled",
              numeric: true,
              cell: (row) => formatPercent(row.winShare),
            },
            {
              key: "others",
              header: "Price for the others",
              numeric: true,
              cell: (row) => formatPercent(row.priceOthers),
            },
          ]}
        />
      }
    >
      <LineChart
        title={`Revenue, value and the others' price by ${sweep.label.toLowerCase()}`}
        description={`At ${formatNumber(at)}: revenue ${formatPercent(now.revenue)}, value ${formatPercent(now.value)}, price of a click for the other half ${formatPercent(now.priceOthers)} of what it is with true probabilities.`}
        x={{
          kind: state.axis === "factor" ? "log" : "linear",
          domain: state.axis === "factor" ? [0.5, 2] : [0.4, 1.5],
          tickValues: state.axis === "factor" ? [0.5, 0.7, 1, 1.4, 2] : [0.4, 0.6, 0.8, 1, 1.2, 1.4],
          label: sweep.label,
          format: formatNumber,
        }}
        y={{ kind: "linear", label: "% of the auction with true probabilities", format: formatNumber }}
        references={[{ axis: "y", value: 100, label: "" }]}
        series={[
          { id: "value", label: "Value sold", color: 1, points: line(curve, sweep.values, "value") },
          { id: "revenue", label: "Revenue", color: 2, points: line(curve, sweep.values, "revenue") },
          {
            id: "others",
            label: "Price of a click, other half",
            color: 3,
            dash: true,
            points: line(curve, sweep.values, "priceOthers"),
          },
        ]}
        marks={[{ x: at, y: percentOf(now.revenue), label: formatPercent(now.revenue), color: 2 }]}
      />
    </FigureFrame>
  );
}

type Compared = Record<"revenue" | "value" | "winShare" | "priceScaled" | "priceOthers" | "promised", number>;

function compare(field: AuctionField, right: AuctionOutcome, wrong: Miscalibration): Compared {
  const { revenue, value, scaled, others } = holdAuctions(field, wrong);
  return {
    revenue: revenue / right.revenue,
    value: value / right.value,
    winShare: scaled.wins / field.auctions,
    priceScaled: pricePerClick(scaled) / pricePerClick(right.scaled),
    priceOthers: pricePerClick(others) / pricePerClick(right.others),
    promised: (scaled.promised + others.promised) / (scaled.clicks + others.clicks),
  };
}

function line(curve: readonly Compared[], values: readonly number[], key: keyof Compared) {
  return curve.map((point, i) => [values[i] ?? 1, percentOf(point[key])] as const);
}

/** 0.963 -> "3.7% less". */
function change(ratio: number): string {
  const percent = Math.abs(percentOf(ratio - 1));
  if (percent < 0.05) return "the same";
  return `${formatFixed(percent, 1)}% ${ratio < 1 ? "less" : "more"}`;
}
