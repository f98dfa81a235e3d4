"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { embeddingTableBytes, optimiserStateBytes, sharedRowChance } from "@/lib/framework/embedding-tables";
import { headTraffic, zipfBands } from "@/lib/framework/query-cache";
import { formatBytes, formatCount, formatNumber, formatPercent } from "@/lib/framework/units";

type Inputs = {
  ids: number;
  dim: number;
  ownRows: number;
  hashedRows: number;
  bytes: "4" | "2" | "1";
  exponent: number;
};

/** A table of id vectors: its memory as it is, and with frequent ids in rows of their own and the rest hashed. */
export function EmbeddingTableFigure({
  ids,
  dim,
  ownRows,
  hashedRows,
  caption,
}: VocabularyProps<"EmbeddingTableFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    ids,
    dim,
    ownRows,
    hashedRows,
    bytes: "1",
    exponent: 1,
  });
  const own = Math.min(state.ownRows, state.ids);
  const rest = state.ids - own;
  const rows = own + (rest > 0 ? state.hashedRows : 0);
  const full = embeddingTableBytes(state.ids, state.dim, 4);
  const small = embeddingTableBytes(rows, state.dim, Number(state.bytes));
  const training = embeddingTableBytes(rows, state.dim, 4) + optimiserStateBytes(rows, state.dim, "adam");
  const shared = sharedRowChance(rest, state.hashedRows);
  const alone = headTraffic(zipfBands(state.ids, state.exponent), own);
  const sizes = [
    { id: "full", label: "A row an id, 32 bits", bytes: full },
    { id: "small", label: "Own rows and hashed rows, served", bytes: small },
    { id: "training", label: "The same while Adam trains it", bytes: training },
  ];
  const largest = Math.max(...sizes.map((size) => size.bytes));
  return (
    <FigureFrame
      title="A table of ids, and a smaller one"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`A row an id takes ${formatBytes(full)}. With ${formatCount(own)} rows for the most frequent ids and ${formatCount(state.hashedRows)} hashed rows for the rest it is ${formatBytes(small)}. ${formatPercent(shared)} of the rest share a row, but ${formatPercent(alone)} of the look-ups ask for an id that has its own.`}
      controls={
        <>
          <QuantityField
            label="Ids"
            scale="log"
            min={10_000}
            max={5e9}
            isInteger
            value={state.ids}
            onChange={(next) => patch({ ids: next })}
          />
          <QuantityField
            label="Dimensions"
            scale="log"
            min={4}
            max={256}
            isInteger
            value={state.dim}
            onChange={(next) => patch({ dim: next })}
          />
          <QuantityField
            label="Own rows, most frequent first"
            min={0}
            max={state.ids}
            step={Math.max(1, Math.round(state.ids / 200))}
            isInteger
            value={own}
            onChange={(next) => patch({ ownRows: next })}
          />
          <QuantityField
            label="Hashed rows for the rest"
            scale="log"
            min={1_000}
            max={1e9}
            isInteger
            value={state.hashedRows}
            onChange={(next) => patch({ hashedRows: next })}
          />
          <QuantityField
            label="Steepness s of look-ups, rank^−s"
            min={0}
            max={1.5}
            step={0.05}
            value={state.exponent}
            onChange={(exponent) => patch({ exponent })}
            hint="0: all ids are asked for alike. 1: Zipf's law."
          />
          <ChoiceField
            legend="Weights when served"
            value={state.bytes}
            onChange={(bytes: Inputs["bytes"]) => patch({ bytes })}
            options={[
              { value: "4", label: "32 bits" },
              { value: "2", label: "16 bits" },
              { value: "1", label: "8 bits" },
            ]}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Served",
              expression: `${formatCount(rows)} rows × ${state.dim} × ${state.bytes} B`,
              result: formatBytes(small),
            },
            {
              name: "Of the rest, sharing a row",
              expression: `1 − (1 − 1 / ${formatCount(state.hashedRows)})^(${formatCount(rest)} − 1)`,
              result: formatPercent(shared),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Memory of the table"
          rows={sizes}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Table", rowHeader: true, cell: (row) => row.label },
            { key: "bytes", header: "Memory", numeric: true, cell: (row) => formatBytes(row.bytes) },
            {
              key: "share",
              header: "Of the first",
              numeric: true,
              cell: (row) => formatNumber(row.bytes / full),
            },
          ]}
        />
      }
    >
      <BarChart
        title="Memory of the table"
        description={sizes.map((size) => `${size.label}: ${formatBytes(size.bytes)}`).join("; ")}
        maximum={largest}
        rows={sizes.map((size, i) => ({
          id: size.id,
          label: size.label,
          valueLabel: formatBytes(size.bytes),
          segments: [{ id: "bytes", value: size.bytes, color: i === 0 ? 2 : 1 }],
        }))}
      />
    </FigureFrame>
  );
}
