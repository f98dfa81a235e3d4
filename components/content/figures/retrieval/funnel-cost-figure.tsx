"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { stageLatencyMs } from "@/lib/framework/funnel-cost";
import { compareFunnels, type FunnelDesign, type FunnelInputs } from "@/lib/framework/funnel-designs";
import {
  formatCount,
  formatFixed,
  formatMilliseconds,
  formatPercent,
  formatWhole,
  percentOf,
} from "@/lib/framework/units";

const SLATE = 20;
const NAMES: Record<string, string> = { retrieve: "Retrieve", light: "Light ranking", heavy: "Ranking" };

export function FunnelCostFigure({
  catalogue,
  retrieved,
  ranked,
  caption,
}: VocabularyProps<"FunnelCostFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<FunnelInputs>({
    catalogue,
    retrieved,
    ranked,
    slate: SLATE,
    scannedShare: 0.02,
    nanosecondsPerVector: 3.3,
    lightMicroseconds: 2,
    heavyMicroseconds: 100,
    retrievalAgreement: 0.9,
    lightAgreement: 0.95,
    queriesPerSecond: 29_000,
    utilisation: 0.5,
    coresPerRequest: 8,
    callMs: 4,
  });
  const designs = useMemo(() => compareFunnels(state), [state]);
  const [three, thrifty, rich] = designs;
  if (!three || !thrifty || !rich) return null;
  const dearest = three.stages.reduce((most, stage) => (stage.processorMs > most.processorMs ? stage : most));
  return (
    <FigureFrame
      title="What a funnel keeps, and what it costs"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Of the ${SLATE} items that the last ranker would choose from all ${formatCount(state.catalogue)}, ${formatPercent(three.recall)} survive. ${formatWhole(three.cores)} cores at the peak, ${formatPercent(dearest.processorMs / three.processorMs)} of them for ${(NAMES[dearest.id] ?? "").toLowerCase()}. Two stages keep ${formatPercent(thrifty.recall)} when the ranker sees as few, or ${formatPercent(rich.recall)} on ${formatWhole(rich.cores)} cores.`}
      controls={<Controls state={state} patch={patch} />}
      formula={<FormulaLines lines={linesOf(state, three)} />}
      table={
        <ChartTable
          caption={`Three designs at ${formatCount(state.queriesPerSecond)} requests a second, cores busy ${formatPercent(state.utilisation)} of the time`}
          rows={designs}
          rowKey={(design) => design.id}
          columns={[
            { key: "label", header: "Design", rowHeader: true, cell: (design) => design.label },
            {
              key: "recall",
              header: "Best kept",
              numeric: true,
              cell: (design) => formatPercent(design.recall),
            },
            {
              key: "cpu",
              header: "Processor time",
              numeric: true,
              cell: (design) => formatMilliseconds(design.processorMs),
            },
            { key: "cores", header: "Cores", numeric: true, cell: (design) => formatWhole(design.cores) },
            {
              key: "scores",
              header: "Rankings a second",
              numeric: true,
              cell: (design) => formatCount(design.rankedItems * state.queriesPerSecond),
            },
          ]}
        />
      }
    >
      <FunnelPicture
        items="items"
        fullHeightCount={state.catalogue}
        stages={three.stages.map((stage, index) => ({
          id: stage.id,
          label: NAMES[stage.id] ?? stage.id,
          itemsIn: index === 0 ? state.catalogue : stage.items,
          itemsOut: three.stages[index + 1]?.items ?? SLATE,
          milliseconds: stageLatencyMs(stage, state.coresPerRequest, state.callMs),
        }))}
      />
      <BarChart
        title="Cores at the peak, by stage and design"
        description={designs
          .map((design) => `${design.label}: ${formatWhole(design.cores)} cores`)
          .join("; ")}
        legend={[
          { label: "Retrieve", color: 1 },
          { label: "Light ranking", color: 3 },
          { label: "Ranking", color: 2 },
        ]}
        rows={designs.map((design) => ({
          id: design.id,
          label: design.label,
          note: `· keeps ${formatPercent(design.recall)}`,
          valueLabel: `${formatWhole(design.cores)} cores`,
          segments: design.stages.map((stage) => ({
            id: stage.id,
            value: stage.cores,
            color: stage.id === "retrieve" ? 1 : stage.id === "light" ? 3 : 2,
          })),
        }))}
      />
    </FigureFrame>
  );
}

type ControlsProps = { state: FunnelInputs; patch: (change: Partial<FunnelInputs>) => void };

function Controls({ state, patch }: ControlsProps) {
  return (
    <>
      <QuantityField
        label="Catalogue"
        unit="items"
        scale="log"
        min={1e4}
        max={1e10}
        isInteger
        value={state.catalogue}
        onChange={(catalogue) => patch({ catalogue })}
      />
      <QuantityField
        label="Requests at the peak"
        unit="/s"
        scale="log"
        min={10}
        max={1e6}
        isInteger
        value={state.queriesPerSecond}
        onChange={(queriesPerSecond) => patch({ queriesPerSecond })}
      />
      <QuantityField
        label="Retrieved"
        scale="log"
        min={100}
        max={20_000}
        isInteger
        value={state.retrieved}
        onChange={(retrieved) => patch({ retrieved })}
      />
      <QuantityField
        label="Left for the ranker"
        scale="log"
        min={SLATE}
        max={5_000}
        isInteger
        value={state.ranked}
        onChange={(ranked) => patch({ ranked })}
      />
      <QuantityField
        label="Retrieval agrees with the ranker"
        min={0.5}
        max={0.99}
        step={0.01}
        value={state.retrievalAgreement}
        onChange={(retrievalAgreement) => patch({ retrievalAgreement })}
        hint="Correlation of scores over the catalogue"
      />
      <QuantityField
        label="Light ranker agrees with the ranker"
        min={0.5}
        max={0.99}
        step={0.01}
        value={state.lightAgreement}
        onChange={(lightAgreement) => patch({ lightAgreement })}
      />
      <QuantityField
        label="Light ranking, an item"
        unit="µs"
        scale="log"
        min={0.1}
        max={100}
        value={state.lightMicroseconds}
        onChange={(lightMicroseconds) => patch({ lightMicroseconds })}
      />
      <QuantityField
        label="Ranking, an item"
        unit="µs"
        scale="log"
        min={1}
        max={200_000}
        value={state.heavyMicroseconds}
        onChange={(heavyMicroseconds) => patch({ heavyMicroseconds })}
      />
      <QuantityField
        label="Catalogue that the index scans"
        unit="%"
        scale="log"
        min={0.05}
        max={100}
        value={percentOf(state.scannedShare)}
        onChange={(percent) => patch({ scannedShare: percent / 100 })}
      />
      <QuantityField
        label="Cores that one request may use"
        min={1}
        max={64}
        isInteger
        value={state.coresPerRequest}
        onChange={(coresPerRequest) => patch({ coresPerRequest })}
      />
    </>
  );
}

function linesOf(state: FunnelInputs, design: FunnelDesign) {
  return [
    ...design.stages.map((stage) => ({
      name: `${NAMES[stage.id]}, processor time`,
      expression:
        stage.id === "retrieve"
          ? `${formatCount(state.catalogue)} × ${formatPercent(state.scannedShare)} × ${state.nanosecondsPerVector} ns`
          : `${formatWhole(stage.items)} × ${formatFixed(stage.microsecondsPerItem, 1)} µs`,
      result: formatMilliseconds(stage.processorMs),
    })),
    {
      name: "Cores",
      expression: `${formatCount(state.queriesPerSecond)} /s × ${formatMilliseconds(design.processorMs)} / ${formatPercent(state.utilisation)}`,
      result: formatWhole(design.cores),
    },
    {
      name: "Milliseconds of one request",
      expression: `${design.stages.length} calls × ${state.callMs} ms + ${formatMilliseconds(design.processorMs)} / ${state.coresPerRequest} cores`,
      result: formatMilliseconds(
        design.stages.reduce(
          (sum, stage) => sum + stageLatencyMs(stage, state.coresPerRequest, state.callMs),
          0,
        ),
      ),
    },
  ];
}
