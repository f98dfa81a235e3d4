"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { correctForNegativeSampling } from "@/lib/evaluation/thresholds";
import { formatFixed, formatNumber, formatPercent, percentOf } from "@/lib/framework/units";

const PREDICTIONS = Array.from({ length: 101 }, (_, i) => i / 100);
const TABLE_PREDICTIONS = [0.01, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];

export function SamplingCorrectionFigure({ rate, caption }: VocabularyProps<"SamplingCorrectionFigure">) {
  const { state, patch, reset, isChanged } = useFigureState({ keepRate: rate, prediction: 0.3 });
  const corrected = correctForNegativeSampling(state.prediction, state.keepRate);
  const logOdds = Math.log(state.prediction / (1 - state.prediction));
  return (
    <FigureFrame
      title="From the sampled world back to the real one"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`The model says ${formatPercent(state.prediction)}; with ${formatPercent(state.keepRate)} of the negatives kept that means ${formatPercent(corrected)}. Used as it is, it overstates ${formatNumber(state.prediction / corrected)} times.`}
      controls={
        <>
          <QuantityField
            label="Negatives kept, w"
            unit="%"
            scale="log"
            min={0.1}
            max={100}
            value={percentOf(state.keepRate)}
            onChange={(percent) => patch({ keepRate: percent / 100 })}
          />
          <QuantityField
            label="Predicted on the sample, p"
            unit="%"
            min={0.5}
            max={99.5}
            step={0.5}
            value={percentOf(state.prediction)}
            onChange={(percent) => patch({ prediction: percent / 100 })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Corrected q",
              expression: `${formatNumber(state.prediction)} / (${formatNumber(state.prediction)} + ${formatNumber(1 - state.prediction)} / ${formatNumber(state.keepRate)})`,
              result: formatFixed(corrected, 5),
            },
            {
              name: "The same on the logit",
              expression: `${formatFixed(logOdds, 3)} + ln ${formatNumber(state.keepRate)}`,
              result: formatFixed(logOdds + Math.log(state.keepRate), 3),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Corrected probabilities when ${formatPercent(state.keepRate)} of the negatives were kept`}
          rows={TABLE_PREDICTIONS}
          rowKey={String}
          columns={[
            { key: "p", header: "Predicted p", rowHeader: true, cell: (p) => formatPercent(p) },
            {
              key: "q",
              header: "Corrected q",
              numeric: true,
              cell: (p) => formatPercent(correctForNegativeSampling(p, state.keepRate)),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Corrected probability by predicted probability"
        description={`The corrected curve lies below the diagonal; at ${formatPercent(state.prediction)} it is ${formatPercent(corrected)}.`}
        x={{ kind: "linear", domain: [0, 1], label: "Predicted on the sample, p", format: formatPercent }}
        y={{ kind: "linear", domain: [0, 1], label: "Probability", format: formatPercent }}
        series={[
          {
            id: "raw",
            label: "p as it is",
            color: 2,
            dash: true,
            points: [
              [0, 0],
              [1, 1],
            ],
          },
          {
            id: "corrected",
            label: "q, corrected",
            color: 1,
            points: PREDICTIONS.map(
              (p) => [p, p === 0 ? 0 : correctForNegativeSampling(p, state.keepRate)] as const,
            ),
          },
        ]}
        marks={[{ x: state.prediction, y: corrected, label: formatPercent(corrected), color: 1 }]}
      />
    </FigureFrame>
  );
}
