"use client";

import { useMemo } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { ReliabilityChart } from "@/components/charts/reliability-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { type Calibration, fitPlatt, isotonicRegression, plattScaling } from "@/lib/evaluation/calibration";
import {
  auc,
  calibrationRatio,
  expectedExcess,
  logLoss,
  normalizedEntropy,
} from "@/lib/evaluation/classification";
import { type Distortion, drawScores } from "@/lib/evaluation/distorted-scores";
import { sigmoid } from "@/lib/evaluation/logit";
import { equalMassCalibrationError, reliabilityBins } from "@/lib/evaluation/reliability";
import { fitTemperature, temperatureScaling } from "@/lib/evaluation/temperature";
import { formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const METHODS = ["none", "temperature", "platt", "isotonic"] as const;
type Method = (typeof METHODS)[number];
const NAMES: Record<Method, string> = {
  none: "As reported",
  temperature: "Temperature",
  platt: "Platt",
  isotonic: "Isotonic",
};
type Inputs = {
  distortion: Distortion;
  strength: number;
  baseRate: number;
  rows: number;
  method: Method;
  seed: number;
};

const TEST_ROWS = 10_000;
const BINS = 10;

export function RecalibrationFigure({ rows = 2_000, caption }: VocabularyProps<"RecalibrationFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    distortion: "over-confident",
    strength: 1,
    baseRate: 10,
    rows,
    method: "platt",
    seed: 2,
  });
  const { distortion, strength, baseRate, seed } = shown;
  const measured = useMemo(
    () => measure({ distortion, strength, baseRate, rows: shown.rows, seed }),
    [distortion, strength, baseRate, shown.rows, seed],
  );
  const [before, after] = [measured.results.none, measured.results[shown.method]];
  return (
    <FigureFrame
      title="Reported, observed, recalibrated"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${NAMES[shown.method]}: calibration error ${formatPercent(after.ece)} (as reported ${formatPercent(before.ece)}), log loss ${formatFixed(after.logLoss, 4)} (${formatFixed(before.logLoss, 4)}), predicted over observed ${formatFixed(after.ratio, 2)} (${formatFixed(before.ratio, 2)}). AUC is ${formatFixed(after.auc, 3)} (${formatFixed(before.auc, 3)}).`}
      controls={
        <>
          <ChoiceField
            legend="How the model lies"
            options={[
              { value: "over-confident", label: "Over-confident" },
              { value: "sampled", label: "Sampling not corrected" },
              { value: "bent", label: "Bent" },
            ]}
            value={state.distortion}
            onChange={(next) => patch({ distortion: next })}
          />
          <ChoiceField
            legend="Recalibrated by"
            options={METHODS.map((value) => ({ value, label: NAMES[value] }))}
            value={state.method}
            onChange={(method) => patch({ method })}
          />
          <QuantityField
            label="Strength of the lie"
            min={0}
            max={2}
            step={0.1}
            value={state.strength}
            onChange={(next) => patch({ strength: next })}
          />
          <QuantityField
            label="Rows to calibrate on"
            scale="log"
            min={100}
            max={20_000}
            isInteger
            value={state.rows}
            onChange={(next) => patch({ rows: next })}
          />
          <QuantityField
            label="Usual rate"
            unit="%"
            scale="log"
            min={0.5}
            max={50}
            value={state.baseRate}
            onChange={(next) => patch({ baseRate: next })}
          />
          <DrawAgain label="Draw other rows" onDraw={() => patch({ seed: seed + 1 })} />
        </>
      }
      formula={<FittedLines fitted={measured.fitted} rows={shown.rows} />}
      table={<MethodTable results={measured.results} />}
    >
      <ReliabilityChart
        title="Mean prediction against observed rate in ten bins of equally many rows"
        description={`As reported the calibration error is ${formatPercent(before.ece)}, after ${NAMES[shown.method]} ${formatPercent(after.ece)}.`}
        kind={baseRate < 5 ? "log" : "linear"}
        format={formatPercent}
        lines={[
          { id: "none", label: NAMES.none, color: 2, isBefore: true, bins: before.bins },
          ...(shown.method === "none"
            ? []
            : [{ id: shown.method, label: NAMES[shown.method], color: 1 as const, bins: after.bins }]),
        ]}
      />
      <BarChart
        title="Log loss above the least possible, on rows the fit has not seen"
        description={METHODS.map(
          (name) => `${NAMES[name]}: ${formatPercent(measured.results[name].excess)}`,
        ).join("; ")}
        rows={METHODS.map((name) => ({
          id: name,
          label: NAMES[name],
          note: name === "none" ? "log loss above the least possible, the truth being known here" : "",
          valueLabel: formatPercent(measured.results[name].excess),
          segments: [
            { id: "excess", value: measured.results[name].excess, color: 1, muted: name !== shown.method },
          ],
        }))}
      />
    </FigureFrame>
  );
}

type Measured = ReturnType<typeof measure>;

function FittedLines({ fitted, rows }: { fitted: Measured["fitted"]; rows: number }) {
  const { temperature, slope, intercept } = fitted;
  return (
    <FormulaLines
      lines={[
        {
          name: `Temperature, from ${formatWhole(rows)} rows`,
          expression: "T of σ(z / T)",
          result: formatFixed(temperature, 3),
        },
        {
          name: "Platt, from the same rows",
          expression: "a, b of σ(a z + b)",
          result: `${formatFixed(slope, 3)}, ${formatFixed(intercept, 3)}`,
        },
      ]}
    />
  );
}

function MethodTable({ results }: { results: Measured["results"] }) {
  return (
    <ChartTable
      caption={`On ${formatWhole(TEST_ROWS)} rows that no fit has seen`}
      rows={METHODS}
      rowKey={(name) => name}
      columns={[
        { key: "name", header: "Method", rowHeader: true, cell: (name) => NAMES[name] },
        {
          key: "ece",
          header: "Calibration error",
          numeric: true,
          cell: (name) => formatFixed(results[name].ece, 4),
        },
        {
          key: "ratio",
          header: "Σp / Σy",
          numeric: true,
          cell: (name) => formatFixed(results[name].ratio, 3),
        },
        {
          key: "loss",
          header: "Log loss",
          numeric: true,
          cell: (name) => formatFixed(results[name].logLoss, 4),
        },
        { key: "ne", header: "NE", numeric: true, cell: (name) => formatFixed(results[name].ne, 4) },
        { key: "auc", header: "AUC", numeric: true, cell: (name) => formatFixed(results[name].auc, 4) },
      ]}
    />
  );
}

function measure({ distortion, strength, baseRate, rows, seed }: Omit<Inputs, "method">) {
  const random = createRandom(seed);
  const options = { baseRate: baseRate / 100, distortion, strength };
  const fit = drawScores({ ...options, rows: Math.round(rows) }, random.fork("fit"));
  const held = drawScores({ ...options, rows: TEST_ROWS }, random.fork("held-out"));
  const maps: Record<Method, Calibration> = {
    none: sigmoid,
    temperature: temperatureScaling(fit.labels, fit.logits),
    platt: plattScaling(fit.labels, fit.logits),
    isotonic: isotonicRegression(fit.labels, fit.logits),
  };
  const resultOf = (calibrate: Calibration) => {
    const predictions = held.logits.map(calibrate);
    return {
      bins: reliabilityBins(held.labels, predictions, BINS),
      ece: equalMassCalibrationError(held.labels, predictions, BINS),
      ratio: calibrationRatio(held.labels, predictions),
      logLoss: logLoss(held.labels, predictions),
      ne: normalizedEntropy(held.labels, predictions),
      auc: auc(held.labels, predictions),
      excess: expectedExcess(held.truth, predictions),
    };
  };
  return {
    fitted: { temperature: fitTemperature(fit.labels, fit.logits), ...fitPlatt(fit.labels, fit.logits) },
    results: {
      none: resultOf(maps.none),
      temperature: resultOf(maps.temperature),
      platt: resultOf(maps.platt),
      isotonic: resultOf(maps.isotonic),
    },
  };
}
