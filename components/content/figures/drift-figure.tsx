"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { drawShares } from "@/lib/evaluation/binomial";
import {
  ksCritical,
  ksOfNormals,
  ksOfShares,
  normalQuantileEdges,
  normalShares,
  psi,
  psiNoise,
} from "@/lib/evaluation/drift";
import { normalDensity } from "@/lib/evaluation/normal";
import { formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = { shift: number; spread: number; rows: number; seed: number };

const BINS = 10;
const EDGES = normalQuantileEdges(BINS);
const GRID = Array.from({ length: 91 }, (_, i) => -4.5 + i * 0.1);

export function DriftFigure({ caption }: VocabularyProps<"DriftFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    shift: 0.25,
    spread: 1,
    rows: 1000,
    seed: 1,
  });
  const measured = useMemo(() => measure(state), [state]);
  const isPsiSignal = measured.psi > measured.noise.p99;
  const isKsSignal = measured.ks > measured.critical;
  return (
    <FigureFrame
      title="Did it move, or is it the sample?"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`With ${formatWhole(state.rows)} rows on each side, PSI is ${formatFixed(measured.psi, 3)} and KS ${formatFixed(measured.ks, 3)}. ${isPsiSignal ? "PSI is beyond" : "PSI is within"} what chance gives in 99 of 100 checks (${formatFixed(measured.noise.p99, 3)}); ${isKsSignal ? "KS is beyond" : "KS is within"} its 5% limit (${formatFixed(measured.critical, 3)}).`}
      controls={
        <>
          <QuantityField
            label="Shift of the mean"
            unit="sd"
            min={-2}
            max={2}
            step={0.05}
            value={state.shift}
            onChange={(shift) => patch({ shift })}
          />
          <QuantityField
            label="New spread"
            unit="sd"
            min={0.5}
            max={2}
            step={0.05}
            value={state.spread}
            onChange={(spread) => patch({ spread })}
          />
          <QuantityField
            label="Rows in each window"
            scale="log"
            min={100}
            max={100_000}
            isInteger
            value={state.rows}
            onChange={(rows) => patch({ rows })}
          />
          <DrawAgain label="Draw other rows" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "PSI by chance, 99 of 100 checks",
              expression: `2 / ${formatWhole(state.rows)} × χ²(0.99; ${BINS - 1})`,
              result: formatFixed(measured.noise.p99, 4),
            },
            {
              name: "KS limit at 5%",
              expression: `1.358 × √(2 / ${formatWhole(state.rows)})`,
              result: formatFixed(measured.critical, 4),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="Shares of the ten quantile bins of the reference"
          rows={measured.current}
          rowKey={(_, index) => `bin-${index}`}
          columns={[
            { key: "bin", header: "Bin", rowHeader: true, cell: (_, index) => index + 1 },
            {
              key: "reference",
              header: "Reference",
              numeric: true,
              cell: (_, index) => formatPercent(measured.reference[index] ?? 0),
            },
            { key: "current", header: "Now", numeric: true, cell: (share) => formatPercent(share) },
          ]}
        />
      }
    >
      <LineChart
        title="Reference and present distribution"
        description={`A standard normal reference, and a normal distribution with mean ${state.shift} and spread ${state.spread}.`}
        height={150}
        x={{
          kind: "linear",
          domain: [-4.5, 4.5],
          tickValues: [-4, -2, 0, 2, 4],
          label: "Value of the feature, in reference standard deviations",
          format: String,
        }}
        y={{
          kind: "linear",
          domain: [0, Math.max(0.45, 0.42 / state.spread)],
          tickValues: [],
          label: "Density",
          format: String,
        }}
        hideEndLabels
        series={[
          {
            id: "reference",
            label: "Reference",
            color: 3,
            dash: true,
            points: GRID.map((x) => [x, normalDensity(x)] as const),
          },
          {
            id: "current",
            label: "Now",
            color: 2,
            fill: true,
            points: GRID.map((x) => [x, normalDensity(x, state.shift, state.spread)] as const),
          },
        ]}
      />
      <p className="m-0 -mt-3 text-xs text-ink-2">
        <span className="font-medium text-(--series-3)">Dashed: reference.</span>{" "}
        <span className="font-medium text-(--series-2)">Filled: now.</span>
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <StatisticBars
          name="PSI"
          value={measured.psi}
          exact={measured.exactPsi}
          limit={measured.noise.p99}
          limitName="chance, 99%"
          color={2}
        />
        <StatisticBars
          name="KS"
          value={measured.ks}
          exact={measured.exactKs}
          limit={measured.critical}
          limitName="5% limit"
          color={4}
        />
      </div>
    </FigureFrame>
  );
}

function StatisticBars(props: {
  name: string;
  value: number;
  exact: number;
  limit: number;
  limitName: string;
  color: SeriesColor;
}) {
  const { name, value, exact, limit, limitName, color } = props;
  return (
    <BarChart
      title={`${name} of these rows, and of the distributions behind them`}
      description={`${name} of these rows ${formatFixed(value, 3)}, of the distributions ${formatFixed(exact, 3)}, ${limitName} ${formatFixed(limit, 3)}`}
      reference={{ value: limit, label: `${limitName}: ${formatFixed(limit, 3)}` }}
      rows={[
        {
          id: "rows",
          label: `${name} of these rows`,
          valueLabel: formatFixed(value, 3),
          segments: [{ id: "value", value, color }],
        },
        {
          id: "exact",
          label: "With endless rows",
          valueLabel: formatFixed(exact, 3),
          segments: [{ id: "value", value: exact, color, muted: true }],
        },
      ]}
    />
  );
}

function measure({ shift, spread, rows, seed }: Inputs) {
  const random = createRandom(seed);
  const referenceShares = normalShares(EDGES, 0, 1);
  const currentShares = normalShares(EDGES, shift, spread);
  const reference = drawShares(rows, referenceShares, random.fork("reference"));
  const current = drawShares(rows, currentShares, random.fork("current"));
  return {
    reference,
    current,
    psi: psi(reference, current),
    ks: ksOfShares(reference, current),
    exactPsi: psi(referenceShares, currentShares),
    exactKs: ksOfNormals(shift, spread),
    noise: psiNoise(rows, rows, BINS),
    critical: ksCritical(rows, rows),
  };
}
