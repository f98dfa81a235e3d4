"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  drawVectors,
  ranksOfBest,
  recallAtDepth,
  reconstructionError,
  roundToCodewords,
  roundToLevels,
  type VectorSet,
} from "@/lib/evaluation/quantisation";
import { formatBytes, formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const VECTORS = 500;
const QUERIES = 20;
const WIDTH = 32;
const TOPICS = 20;
const NEIGHBOURS = 10;
const BITS = [1, 2, 3, 4, 6, 8];
const PIECES = [2, 4, 8, 16];
const CODEWORDS = 16;
type Inputs = { rescored: number; noise: number; vectors: number };
type Code = {
  id: string;
  name: string;
  kind: "levels" | "codewords";
  bits: number;
  error: number;
  /** Where the true nearest stand in the order of the decoded vectors. */
  ranks: Int32Array;
};

export function QuantisationFigure({ vectors, caption }: VocabularyProps<"QuantisationFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    rescored: 50,
    noise: 1.5,
    vectors,
  });
  const { noise } = shown;
  const codes = useMemo(
    () => codesOf(drawVectors(VECTORS, QUERIES, WIDTH, TOPICS, noise, createRandom("quantisation"))),
    [noise],
  );
  const rows = useMemo(
    () =>
      codes.map((code) => ({
        ...code,
        plain: recallAtDepth(code.ranks, NEIGHBOURS),
        again: recallAtDepth(code.ranks, state.rescored),
      })),
    [codes, state.rescored],
  );
  const eight = rows.find((row) => row.id === "levels-8");
  const pieces = rows.find((row) => row.id === "codewords-8");
  const float = WIDTH * 4;
  return (
    <FigureFrame
      title="Fewer bits, and what is still found"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Eight bits a number keep ${formatPercent(eight?.plain ?? 0)} of the true ten nearest at a quarter of the bytes; codes of ${formatBytes((pieces?.bits ?? 0) / 8)} keep ${formatPercent(pieces?.plain ?? 0)}, and ${formatPercent(pieces?.again ?? 0)} once the best ${state.rescored} are scored again. ${formatWhole(state.vectors / 1e6)} million such vectors: ${formatBytes(state.vectors * float)} as floats, ${formatBytes((state.vectors * (pieces?.bits ?? 0)) / 8)} as codes.`}
      controls={
        <>
          <QuantityField
            label="Scored again with the originals"
            min={NEIGHBOURS}
            max={200}
            step={10}
            isInteger
            value={state.rescored}
            onChange={(rescored) => patch({ rescored })}
          />
          <QuantityField
            label="Spread within a topic"
            min={0.1}
            max={3}
            step={0.1}
            value={state.noise}
            onChange={(next) => patch({ noise: next })}
            hint="Low: tight groups. High: hardly any structure"
          />
          <QuantityField
            label="Vectors to store"
            scale="log"
            min={1e6}
            max={1e10}
            isInteger
            value={state.vectors}
            onChange={(next) => patch({ vectors: next })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Eight bits a number",
              expression: `${WIDTH} × 8 bits / 8`,
              result: formatBytes(WIDTH),
            },
            {
              name: `Codes of 8 pieces, ${CODEWORDS} codewords each`,
              expression: `8 × log₂ ${CODEWORDS} bits / 8`,
              result: formatBytes((pieces?.bits ?? 0) / 8),
            },
            {
              name: "Squared error of those codes, of a unit vector",
              expression: "mean ‖x − x̂‖²",
              result: formatFixed(pieces?.error ?? 0, 3),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Recall@${NEIGHBOURS} on ${VECTORS} seeded vectors of ${WIDTH} numbers, mean of ${QUERIES} queries`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: "Stored as", rowHeader: true, cell: (row) => row.name },
            {
              key: "bytes",
              header: "Bytes a vector",
              numeric: true,
              cell: (row) => formatBytes(row.bits / 8),
            },
            {
              key: "error",
              header: "Squared error",
              numeric: true,
              cell: (row) => formatFixed(row.error, 4),
            },
            { key: "plain", header: "Recall", numeric: true, cell: (row) => formatFixed(row.plain, 3) },
            { key: "again", header: "Scored again", numeric: true, cell: (row) => formatFixed(row.again, 3) },
          ]}
        />
      }
    >
      <LineChart
        title="Recall by bytes of a stored vector"
        description={rows
          .map(
            (row) => `${row.name}: ${formatFixed(row.plain, 2)}, scored again ${formatFixed(row.again, 2)}`,
          )
          .join("; ")}
        x={{
          kind: "log",
          domain: [0.9, 40],
          tickValues: [1, 2, 4, 8, 16, 32],
          label: "Bytes a vector (floats take 128)",
          format: String,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickCount: 4,
          label: `Recall@${NEIGHBOURS}`,
          format: formatPercent,
        }}
        series={[
          lineOf("levels", "Rounded numbers", 3, (row) => row.plain),
          lineOf("codewords", "Codes of pieces", 1, (row) => row.plain),
          lineOf("codewords", "Codes, scored again", 2, (row) => row.again),
        ]}
      />
    </FigureFrame>
  );

  function lineOf(
    kind: Code["kind"],
    label: string,
    color: 1 | 2 | 3,
    value: (row: (typeof rows)[number]) => number,
  ) {
    const points = rows.filter((row) => row.kind === kind).map((row) => [row.bits / 8, value(row)] as const);
    return { id: label, label, color, points, dash: color === 2 };
  }
}

function codesOf(set: VectorSet): Code[] {
  const judge = ({ decoded, ...code }: Omit<Code, "error" | "ranks"> & { decoded: Float64Array }): Code => ({
    ...code,
    error: reconstructionError(set.rows, decoded, set.width),
    ranks: ranksOfBest(set, decoded, NEIGHBOURS),
  });
  return [
    ...BITS.map((bits) =>
      judge({
        id: `levels-${bits}`,
        name: bits === 1 ? "1 bit a number" : `${bits} bits a number`,
        kind: "levels",
        bits: bits * WIDTH,
        decoded: roundToLevels(set, bits),
      }),
    ),
    ...PIECES.map((pieces) =>
      judge({
        id: `codewords-${pieces}`,
        name: `${pieces} pieces, ${CODEWORDS} codewords`,
        kind: "codewords",
        bits: pieces * Math.log2(CODEWORDS),
        decoded: roundToCodewords(set, pieces, CODEWORDS, createRandom(`codes-${pieces}`)),
      }),
    ),
  ];
}
