"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  acceleratorsFor,
  pairsPerSecond,
  type RerankerPlan,
  rerankerBalance,
  runningShare,
} from "@/lib/framework/reranker-price";
import {
  formatCount,
  formatFixed,
  formatNumber,
  formatPercent,
  formatWhole,
  percentOf,
} from "@/lib/framework/units";

const percent = (share: number) => `${share < 0 ? "−" : ""}${formatFixed(Math.abs(share) * 100, 3)}%`;

type Patch = (change: Partial<RerankerPlan>) => void;

export function RerankerPriceFigure({ caption, ...given }: VocabularyProps<"RerankerPriceFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<RerankerPlan>({
    ...given,
    isSkippedWhenSure: false,
  });
  const balance = rerankerBalance(state);
  const machines = acceleratorsFor(state);
  const rows = [
    { id: "gain", label: "Gained by a better order", value: balance.gain, color: 1 as const },
    { id: "waiting", label: "Lost to waiting", value: -balance.waiting, color: 2 as const },
    { id: "machines", label: "Paid for accelerators", value: -balance.machines, color: 3 as const },
    { id: "net", label: "Left", value: balance.net, color: balance.net < 0 ? (2 as const) : (1 as const) },
  ];
  return (
    <FigureFrame
      title="What the last model is worth"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatPercent(runningShare(state))} of the searches wait for it: ${formatCount(pairsPerSecond(state))} pairs a second on ${formatWhole(machines)} accelerators. It ${balance.net < 0 ? "loses" : "leaves"} ${percent(Math.abs(balance.net))} of purchases, and waiting costs ${formatNumber(balance.waiting / Math.max(1e-12, balance.machines))} times as much as the machines.`}
      controls={<PlanFields state={state} patch={patch} />}
      formula={
        <FormulaLines
          lines={[
            {
              name: "Accelerators at peak",
              expression: `${formatWhole(state.peakSearchesPerSecond)} × ${formatNumber(runningShare(state))} × ${state.candidates} / ${formatWhole(state.pairsPerSecondAndAccelerator)}`,
              result: formatWhole(machines),
            },
            {
              name: "Lost to waiting",
              expression: `${formatNumber(runningShare(state))} × ${formatNumber(state.addedMs)} ms / 100 ms × ${formatPercent(state.lossPer100Ms)}`,
              result: percent(balance.waiting),
            },
            {
              name: "Machines over purchases, a day",
              expression: `${machines} × 24 h × $${formatNumber(state.dollarsPerAcceleratorHour)} / (${formatCount(state.searchesPerDay)} × ${formatPercent(state.purchasesPerSearch)} × $${formatNumber(state.dollarsPerPurchase)})`,
              result: percent(balance.machines),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="As a share of purchases"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "What", rowHeader: true, cell: (row) => row.label },
            { key: "value", header: "Share of purchases", numeric: true, cell: (row) => percent(row.value) },
          ]}
        />
      }
    >
      <BarChart
        title="Gain and costs as a share of purchases"
        description={rows.map((row) => `${row.label}: ${percent(row.value)}`).join("; ")}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.label,
          valueLabel: percent(row.value),
          segments: [{ id: row.id, value: row.value, color: row.color }],
        }))}
      />
    </FigureFrame>
  );
}

function PlanFields({ state, patch }: { state: RerankerPlan; patch: Patch }) {
  return (
    <>
      <ChoiceField
        legend="Runs for"
        value={state.isSkippedWhenSure ? "unsure" : "all"}
        onChange={(choice: "all" | "unsure") => patch({ isSkippedWhenSure: choice === "unsure" })}
        options={[
          { value: "all", label: "Every search" },
          { value: "unsure", label: "Unsure ones only" },
        ]}
      />
      <QuantityField
        label="Answered from the cache"
        unit="%"
        min={0}
        max={90}
        value={percentOf(state.cachedShare)}
        onChange={(next) => patch({ cachedShare: next / 100 })}
      />
      <QuantityField
        label="Searches the ranker is unsure of"
        unit="%"
        min={1}
        max={99}
        value={percentOf(state.unsureShare)}
        onChange={(next) => patch({ unsureShare: next / 100 })}
      />
      <QuantityField
        label="More purchases in those"
        unit="%"
        min={0.1}
        max={10}
        step={0.1}
        value={percentOf(state.gainWhenUnsure)}
        onChange={(next) => patch({ gainWhenUnsure: next / 100 })}
      />
      <QuantityField
        label="Time it adds"
        unit="ms"
        min={0}
        max={200}
        value={state.addedMs}
        onChange={(addedMs) => patch({ addedMs })}
      />
      <QuantityField
        label="Products it reads"
        min={5}
        max={500}
        scale="log"
        isInteger
        value={state.candidates}
        onChange={(candidates) => patch({ candidates })}
      />
      <QuantityField
        label="An accelerator for an hour"
        unit="$"
        scale="log"
        min={0.1}
        max={100}
        value={state.dollarsPerAcceleratorHour}
        onChange={(dollarsPerAcceleratorHour) => patch({ dollarsPerAcceleratorHour })}
      />
      <QuantityField
        label="What a purchase brings"
        unit="$"
        scale="log"
        min={0.01}
        max={100}
        value={state.dollarsPerPurchase}
        onChange={(dollarsPerPurchase) => patch({ dollarsPerPurchase })}
      />
    </>
  );
}
