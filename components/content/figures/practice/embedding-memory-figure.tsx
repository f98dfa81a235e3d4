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
  embeddingRows,
  embeddingTableBytes,
  OPTIMISER_STATE,
  type OptimiserName,
  optimiserStateBytes,
  sharedRowChance,
} from "@/lib/framework/embedding-tables";
import { formatBytes, formatCount, formatPercent, formatWhole } from "@/lib/framework/units";

type Inputs = {
  ids: number;
  dim: number;
  /** Buckets are 2^bits; 0 keeps a row an id. */
  bits: number;
  precision: "4" | "2" | "1";
  optimiser: OptimiserName;
};

const OPTIMISER_LABELS: Record<OptimiserName, string> = {
  sgd: "SGD",
  "row-wise-adagrad": "Adagrad, a number a row",
  adagrad: "Adagrad",
  adam: "Adam",
};
const OPTIMISERS = Object.keys(OPTIMISER_STATE) as OptimiserName[];
const DEFAULT_BITS = 0;

export function EmbeddingMemoryFigure({ ids, dim, caption }: VocabularyProps<"EmbeddingMemoryFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    ids,
    dim,
    bits: DEFAULT_BITS,
    precision: "4",
    optimiser: "adam",
  });
  const buckets = state.bits === 0 ? null : 2 ** state.bits;
  const rows = embeddingRows(state.ids, buckets);
  const served = embeddingTableBytes(rows, state.dim, Number(state.precision));
  const weights = embeddingTableBytes(rows, state.dim, 4);
  const kept = optimiserStateBytes(rows, state.dim, state.optimiser);
  const colliding = buckets === null ? 0 : sharedRowChance(state.ids, buckets);
  return (
    <FigureFrame
      title="Bytes of one embedding table"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatCount(rows)} rows of ${state.dim} numbers: ${formatBytes(served)} to serve, ${formatBytes(weights + kept)} to train with ${OPTIMISER_LABELS[state.optimiser]}. ${buckets === null ? "Every id has its own row." : `${formatPercent(colliding)} of the ids share a row with another.`}`}
      controls={
        <>
          <QuantityField
            label="Distinct ids"
            scale="log"
            min={1e3}
            max={1e10}
            isInteger
            value={state.ids}
            onChange={(next) => patch({ ids: next })}
          />
          <QuantityField
            label="Numbers a row"
            min={4}
            max={256}
            step={4}
            isInteger
            value={state.dim}
            onChange={(next) => patch({ dim: next })}
          />
          <QuantityField
            label="Hash the ids into 2^b rows, b"
            min={0}
            max={32}
            isInteger
            value={state.bits}
            onChange={(bits) => patch({ bits })}
            hint={
              buckets === null
                ? "0: no hashing, a row an id."
                : `2^${state.bits} = ${formatWhole(buckets)} rows.`
            }
          />
          <ChoiceField
            legend="Bytes of a number when served"
            value={state.precision}
            onChange={(precision: Inputs["precision"]) => patch({ precision })}
            options={[
              { value: "4", label: "4 (float32)" },
              { value: "2", label: "2 (float16)" },
              { value: "1", label: "1 (int8)" },
            ]}
          />
          <div className="sm:col-span-2">
            <ChoiceField
              legend="Optimiser"
              value={state.optimiser}
              onChange={(optimiser: OptimiserName) => patch({ optimiser })}
              options={OPTIMISERS.map((value) => ({ value, label: OPTIMISER_LABELS[value] }))}
            />
          </div>
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Served",
              expression: `${formatWhole(rows)} × ${state.dim} × ${state.precision} B`,
              result: formatBytes(served),
            },
            {
              name: "Trained",
              expression: `4 B × ${formatWhole(rows)} × (${state.dim} + ${OPTIMISER_STATE[state.optimiser].perNumber} × ${state.dim} + ${OPTIMISER_STATE[state.optimiser].perRow})`,
              result: formatBytes(weights + kept),
            },
          ]}
        />
      }
      table={<OptimiserTable rows={rows} dim={state.dim} weights={weights} />}
    >
      <BarChart
        title="Bytes served and trained"
        description={`Served ${formatBytes(served)}; trained ${formatBytes(weights)} of weights and ${formatBytes(kept)} of optimiser state.`}
        legend={[
          { label: "Weights", color: 1 },
          { label: "Optimiser state", color: 2 },
        ]}
        rows={[
          {
            id: "served",
            label: "Served",
            valueLabel: formatBytes(served),
            segments: [{ id: "weights", value: served, color: 1 }],
          },
          {
            id: "trained",
            label: "Trained",
            valueLabel: formatBytes(weights + kept),
            segments: [
              { id: "weights", value: weights, color: 1 },
              { id: "state", value: kept, color: 2 },
            ],
          },
        ]}
      />
    </FigureFrame>
  );
}

function OptimiserTable({ rows, dim, weights }: { rows: number; dim: number; weights: number }) {
  return (
    <ChartTable
      caption="Training memory by optimiser, weights and state in float32"
      rows={OPTIMISERS}
      rowKey={String}
      columns={[
        { key: "optimiser", header: "Optimiser", rowHeader: true, cell: (name) => OPTIMISER_LABELS[name] },
        {
          key: "state",
          header: "State",
          numeric: true,
          cell: (name) => formatBytes(optimiserStateBytes(rows, dim, name)),
        },
        {
          key: "total",
          header: "With the weights",
          numeric: true,
          cell: (name) => formatBytes(weights + optimiserStateBytes(rows, dim, name)),
        },
      ]}
    />
  );
}
