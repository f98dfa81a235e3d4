"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { costOptimalThreshold, precisionAtPrevalence } from "@/lib/evaluation/thresholds";
import { formatNumber, formatPercent, formatWhole, percentOf } from "@/lib/framework/units";

const POPULATION = 1_000_000;
const PREVALENCES = Array.from({ length: 81 }, (_, i) =>
  Number((1e-5 * 10 ** ((i / 80) * Math.log10(5e4))).toPrecision(4)),
);

export function PrecisionFigure(props: VocabularyProps<"PrecisionFigure">) {
  const { prevalence, truePositiveRate, falsePositiveRate, caption } = props;
  const { state, patch, reset, isChanged } = useFigureState({
    prevalence,
    truePositiveRate,
    falsePositiveRate,
    missCost: 20,
  });
  const precision = precisionAtPrevalence(state.prevalence, state.truePositiveRate, state.falsePositiveRate);
  const threshold = costOptimalThreshold(1, state.missCost);
  const counts = countsOf(state);
  return (
    <FigureFrame
      title="What one flag is worth"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Of 100 flagged, about ${formatWhole(precision * 100)} are real: the detector finds ${formatPercent(state.truePositiveRate)} of them, but only ${formatPercent(state.prevalence)} of everything is one.`}
      controls={
        <>
          <QuantityField
            label="Prevalence"
            unit="%"
            scale="log"
            min={0.001}
            max={50}
            value={percentOf(state.prevalence)}
            onChange={(percent) => patch({ prevalence: percent / 100 })}
          />
          <QuantityField
            label="True positive rate (recall)"
            unit="%"
            min={1}
            max={100}
            step={0.5}
            value={percentOf(state.truePositiveRate)}
            onChange={(percent) => patch({ truePositiveRate: percent / 100 })}
          />
          <QuantityField
            label="False positive rate"
            unit="%"
            scale="log"
            min={0.001}
            max={50}
            value={percentOf(state.falsePositiveRate)}
            onChange={(percent) => patch({ falsePositiveRate: percent / 100 })}
          />
          <QuantityField
            label="A miss costs as much as"
            unit="false alarms"
            scale="log"
            min={0.1}
            max={10000}
            value={state.missCost}
            onChange={(missCost) => patch({ missCost })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Precision",
              expression: `${state.truePositiveRate} × ${state.prevalence} / (${state.truePositiveRate} × ${state.prevalence} + ${state.falsePositiveRate} × ${formatNumber(1 - state.prevalence)})`,
              result: formatPercent(precision),
            },
            {
              name: "Cheapest threshold on a calibrated probability",
              expression: `1 / (1 + ${formatNumber(state.missCost)})`,
              result: formatPercent(threshold),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`What happens to ${formatWhole(POPULATION)} events`}
          rows={counts}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Outcome", rowHeader: true, cell: (row) => row.name },
            { key: "count", header: "Events", numeric: true, cell: (row) => formatWhole(row.count) },
          ]}
        />
      }
    >
      <FlaggedHundred real={Math.round(precision * 100)} />
      <LineChart
        title="Precision by prevalence"
        description={`At the present rates precision rises with prevalence; at ${formatPercent(state.prevalence)} it is ${formatPercent(precision)}.`}
        height={170}
        hideEndLabels
        x={{ kind: "log", domain: [1e-5, 0.5], label: "Prevalence", format: formatPercent }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickValues: [0, 0.5, 1],
          label: "Precision",
          format: formatPercent,
        }}
        series={[
          {
            id: "precision",
            label: "Precision",
            color: 1,
            fill: true,
            points: PREVALENCES.map(
              (p) => [p, precisionAtPrevalence(p, state.truePositiveRate, state.falsePositiveRate)] as const,
            ),
          },
        ]}
        marks={[{ x: state.prevalence, y: precision, label: formatPercent(precision), color: 1 }]}
      />
    </FigureFrame>
  );
}

function countsOf(state: { prevalence: number; truePositiveRate: number; falsePositiveRate: number }) {
  const real = POPULATION * state.prevalence;
  const other = POPULATION - real;
  return [
    { name: "Real and flagged", count: real * state.truePositiveRate },
    { name: "Real and missed", count: real * (1 - state.truePositiveRate) },
    { name: "Harmless but flagged", count: other * state.falsePositiveRate },
    { name: "Harmless and left alone", count: other * (1 - state.falsePositiveRate) },
  ];
}

/** A hundred flags, the real ones filled: shares as things that can be counted. */
function FlaggedHundred({ real }: { real: number }) {
  return (
    <div>
      <p className="m-0 mb-2 text-sm text-ink-2">
        <span className="font-medium text-(--series-1)">{real} real</span> (filled) and{" "}
        <span className="font-medium text-(--series-2)">{100 - real} false alarms</span> (crossed) in a
        hundred flags
      </p>
      <svg aria-hidden="true" viewBox="0 0 25 4" className="block w-full max-w-lg">
        {Array.from({ length: 100 }, (_, i) => {
          const [x, y] = [i % 25, Math.floor(i / 25)];
          return i < real ? (
            <rect
              key={`${x}-${y}`}
              x={x + 0.15}
              y={y + 0.15}
              width={0.7}
              height={0.7}
              fill="var(--series-1)"
            />
          ) : (
            <path
              key={`${x}-${y}`}
              d={`M${x + 0.25},${y + 0.25}l.5,.5m0,-.5l-.5,.5`}
              stroke="var(--series-2)"
              strokeWidth={0.11}
            />
          );
        })}
      </svg>
    </div>
  );
}
