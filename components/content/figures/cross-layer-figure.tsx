"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import type { SeriesColor } from "@/components/charts/series";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  crossLowRankParameters,
  crossV1Parameters,
  crossV2Parameters,
  interactionDegree,
  log10Monomials,
  mlpParameters,
} from "@/lib/evaluation/cross-network";
import { formatCount, formatPowerOfTen, formatWhole } from "@/lib/framework/units";

type Inputs = { inputDim: number; layers: number; rank: number; width: number };
type Row = {
  id: string;
  label: string;
  parameters: number;
  expression: string;
  reach: string;
  color: SeriesColor;
};

export function CrossLayerFigure({ inputDim, layers, caption }: VocabularyProps<"CrossLayerFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    inputDim,
    layers,
    rank: Math.max(1, Math.round(inputDim / 4)),
    width: 256,
  });
  const rows = rowsOf(state);
  const degree = interactionDegree(state.layers);
  return (
    <FigureFrame
      title="What a cross layer costs, and what it reaches"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${state.layers} cross layers hold exact products of up to ${degree} of ${state.inputDim} inputs, about ${formatPowerOfTen(log10Monomials(state.inputDim, state.layers))} different ones, in ${formatCount(rows[1]?.parameters ?? 0)} parameters (${formatCount(rows[2]?.parameters ?? 0)} at rank ${state.rank}). An MLP can only approximate a product.`}
      controls={
        <>
          <QuantityField
            label="Input width d"
            scale="log"
            min={8}
            max={2048}
            isInteger
            value={state.inputDim}
            onChange={(next) => patch({ inputDim: next })}
          />
          <QuantityField
            label="Layers L"
            min={1}
            max={6}
            isInteger
            value={state.layers}
            onChange={(next) => patch({ layers: next })}
          />
          <QuantityField
            label="Rank r of the low-rank layer"
            scale="log"
            min={1}
            max={512}
            isInteger
            value={state.rank}
            onChange={(rank) => patch({ rank })}
          />
          <QuantityField
            label="Width h of the MLP"
            scale="log"
            min={16}
            max={2048}
            isInteger
            value={state.width}
            onChange={(width) => patch({ width })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={rows.map((row) => ({
            name: row.label,
            expression: row.expression,
            result: formatWhole(row.parameters),
          }))}
        />
      }
      table={
        <ChartTable
          caption="Parameters without the output layer, and the highest exact product of inputs"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Layers", rowHeader: true, cell: (row) => row.label },
            {
              key: "parameters",
              header: "Parameters",
              numeric: true,
              cell: (row) => formatWhole(row.parameters),
            },
            { key: "reach", header: "Exact products of", cell: (row) => row.reach },
          ]}
        />
      }
    >
      <BarChart
        title="Parameters by kind of layer"
        description={rows
          .map((row) => `${row.label}: ${formatWhole(row.parameters)} parameters, ${row.reach}`)
          .join("; ")}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.label,
          note: `· ${row.reach}`,
          valueLabel: formatCount(row.parameters),
          segments: [{ id: "parameters", value: row.parameters, color: row.color }],
        }))}
      />
    </FigureFrame>
  );
}

function rowsOf({ inputDim: d, layers: l, rank: r, width: h }: Inputs): Row[] {
  const reach = `up to ${interactionDegree(l)} inputs`;
  return [
    {
      id: "v1",
      label: "Cross, a vector a layer (v1)",
      parameters: crossV1Parameters(d, l),
      expression: `2 × ${d} × ${l}`,
      reach,
      color: 3,
    },
    {
      id: "v2",
      label: "Cross, a matrix a layer (v2)",
      parameters: crossV2Parameters(d, l),
      expression: `${l} × (${d}² + ${d})`,
      reach,
      color: 1,
    },
    {
      id: "low-rank",
      label: `Cross, matrix of rank ${r}`,
      parameters: crossLowRankParameters(d, l, r),
      expression: `${l} × (2 × ${d} × ${r} + ${d})`,
      reach,
      color: 1,
    },
    {
      id: "mlp",
      label: `MLP of width ${h}`,
      parameters: mlpParameters(d, l, h),
      expression: `${d} × ${h} + ${h} + ${l - 1} × (${h}² + ${h})`,
      reach: "none exactly",
      color: 2,
    },
  ];
}
