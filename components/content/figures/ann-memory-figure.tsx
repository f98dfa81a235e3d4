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
  flatIndexBytes,
  HNSW_BYTES_PER_LINK,
  hnswIndexBytes,
  int8IndexBytes,
  machinesFor,
  PQ_ID_BYTES,
  pqIndexBytes,
} from "@/lib/framework/estimation";
import { formatBytes, formatCount, formatWhole, formatWithNoun } from "@/lib/framework/units";

type Inputs = { vectors: number; dim: number; links: number; codeBytes: number; machineGb: number };
type Row = {
  id: string;
  label: string;
  bytes: number;
  range?: readonly [number, number];
  expression: string;
  color: SeriesColor;
};

export function AnnMemoryFigure({ vectors, dim, caption }: VocabularyProps<"AnnMemoryFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    vectors,
    dim,
    links: 16,
    codeBytes: 32,
    machineGb: 64,
  });
  const rows = rowsOf(state);
  const machines = (row: Row) => machinesFor(row.bytes, state.machineGb * 1e9);
  const [flat, hnsw, , quantized] = rows;
  return (
    <FigureFrame
      title="Bytes of an index"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatCount(state.vectors)} vectors of ${state.dim} dimensions: ${formatBytes(flat?.bytes ?? 0)} as they are, up to ${formatBytes(hnsw?.bytes ?? 0)} with an HNSW graph, ${formatBytes(quantized?.bytes ?? 0)} as ${state.codeBytes}-byte codes. The graph needs ${hnsw ? formatWithNoun(machines(hnsw), "machine") : ""} of ${state.machineGb} GB, the codes ${quantized ? formatWhole(machines(quantized)) : ""}.`}
      controls={
        <>
          <QuantityField
            label="Vectors"
            scale="log"
            min={1e4}
            max={1e10}
            isInteger
            value={state.vectors}
            onChange={(next) => patch({ vectors: next })}
          />
          <QuantityField
            label="Dimensions d"
            scale="log"
            min={8}
            max={2048}
            isInteger
            value={state.dim}
            onChange={(next) => patch({ dim: next })}
          />
          <QuantityField
            label="HNSW links M"
            min={4}
            max={64}
            isInteger
            value={state.links}
            onChange={(links) => patch({ links })}
          />
          <QuantityField
            label="Product code"
            unit="B"
            min={4}
            max={256}
            step={4}
            isInteger
            value={state.codeBytes}
            onChange={(codeBytes) => patch({ codeBytes })}
          />
          <QuantityField
            label="Memory of a machine"
            unit="GB"
            scale="log"
            min={8}
            max={2000}
            isInteger
            value={state.machineGb}
            onChange={(machineGb) => patch({ machineGb })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={rows.map((row) => ({
            name: row.label,
            expression: row.expression,
            result: row.range
              ? `${formatBytes(row.range[0])} to ${formatBytes(row.range[1])}`
              : formatBytes(row.bytes),
          }))}
        />
      }
      table={
        <ChartTable
          caption={`Memory, and machines of ${state.machineGb} GB for one copy`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Index", rowHeader: true, cell: (row) => row.label },
            { key: "bytes", header: "Bytes", numeric: true, cell: (row) => formatBytes(row.bytes) },
            {
              key: "each",
              header: "Bytes a vector",
              numeric: true,
              cell: (row) => formatWhole(row.bytes / state.vectors),
            },
            { key: "machines", header: "Machines", numeric: true, cell: (row) => formatWhole(machines(row)) },
          ]}
        />
      }
    >
      <BarChart
        title="Memory by kind of index"
        description={rows.map((row) => `${row.label}: ${formatBytes(row.bytes)}`).join("; ")}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.label,
          note: `· ${formatWithNoun(machines(row), "machine")}`,
          valueLabel: row.range
            ? `${formatBytes(row.range[0])} to ${formatBytes(row.range[1])}`
            : formatBytes(row.bytes),
          segments: [{ id: "bytes", value: row.range?.[0] ?? row.bytes, color: row.color }],
          ...(row.range && { range: row.range }),
        }))}
      />
    </FigureFrame>
  );
}

function rowsOf({ vectors, dim, links, codeBytes }: Inputs): Row[] {
  const n = formatCount(vectors);
  const { low, high } = HNSW_BYTES_PER_LINK;
  const hnsw = [hnswIndexBytes(vectors, dim, links, low), hnswIndexBytes(vectors, dim, links, high)] as const;
  return [
    {
      id: "flat",
      label: "Flat, float32",
      bytes: flatIndexBytes(vectors, dim),
      expression: `${n} × 4 × ${dim}`,
      color: 3,
    },
    {
      id: "hnsw",
      label: "HNSW, float32",
      bytes: hnsw[1],
      range: hnsw,
      expression: `${n} × (4 × ${dim} + ${low} to ${high} × ${links})`,
      color: 2,
    },
    {
      id: "int8",
      label: "Flat, int8",
      bytes: int8IndexBytes(vectors, dim),
      expression: `${n} × ${dim}`,
      color: 1,
    },
    {
      id: "pq",
      label: "IVF-PQ codes",
      bytes: pqIndexBytes(vectors, codeBytes),
      expression: `${n} × (${codeBytes} + ${PQ_ID_BYTES})`,
      color: 4,
    },
  ];
}
