"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { sampleRatioMismatch } from "@/lib/evaluation/experiments";
import { formatFixed, formatNumber, formatPercent, formatWhole, percentOf } from "@/lib/framework/units";

type Inputs = { control: number; treatment: number; share: number };

const INVESTIGATE = 0.001;
const SMALLEST_P = 1e-12;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Small p-values in powers of ten: 1e-9 -> "10⁻⁹", 2.3e-7 -> "2.3 × 10⁻⁷". */
function formatP(p: number): string {
  if (p >= 0.0001) return formatNumber(p);
  const [digits = "1", exponent = "0"] = p.toExponential(1).split("e-");
  const power = `10⁻${[...exponent].map((digit) => SUPERSCRIPTS[Number(digit)]).join("")}`;
  return Number(digits) === 1 ? power : `${digits} × ${power}`;
}
const LOSSES = Array.from({ length: 61 }, (_, i) => -0.03 + i * 0.001);

export function SampleRatioFigure({
  control,
  treatment,
  intendedShare = 0.5,
  caption,
}: VocabularyProps<"SampleRatioFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    control,
    treatment,
    share: percentOf(intendedShare),
  });
  const intended = state.share / 100;
  const total = state.control + state.treatment;
  const { chiSquare, pValue } = sampleRatioMismatch([state.control, state.treatment], intended);
  const [expectedControl, expectedTreatment] = [total * intended, total * (1 - intended)];
  const missing = 1 - (state.treatment * intended) / (state.control * (1 - intended));
  const isMismatch = pValue < INVESTIGATE;
  /** P-value if the treatment had lost this share of its users. */
  const pIfLost = (loss: number) =>
    Math.max(
      SMALLEST_P,
      sampleRatioMismatch([expectedControl, expectedTreatment * (1 - loss)], intended).pValue,
    );
  const count = (label: string, value: number, onChange: (value: number) => void) => (
    <QuantityField
      label={label}
      scale="log"
      min={100}
      max={100_000_000}
      isInteger
      value={value}
      onChange={onChange}
    />
  );
  return (
    <FigureFrame
      title="Do the arms have the sizes they were given?"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatWhole(state.control)} and ${formatWhole(state.treatment)} users where ${formatPercent(intended)} and ${formatPercent(1 - intended)} were intended: p = ${formatP(Math.max(pValue, SMALLEST_P))}. ${isMismatch ? `A mismatch: the treatment lacks ${formatPercent(missing)} of its users. Read no metric before the cause is found.` : "Within what chance does; the metrics may be read."}`}
      controls={
        <>
          {count("Users in control", state.control, (next) => patch({ control: next }))}
          {count("Users in treatment", state.treatment, (next) => patch({ treatment: next }))}
          <QuantityField
            label="Intended share of control"
            unit="%"
            min={1}
            max={99}
            step={1}
            value={state.share}
            onChange={(share) => patch({ share })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "χ², one degree of freedom",
              expression: `(${formatWhole(state.control)} − ${formatWhole(expectedControl)})² / ${formatWhole(expectedControl)} + (${formatWhole(state.treatment)} − ${formatWhole(expectedTreatment)})² / ${formatWhole(expectedTreatment)}`,
              result: formatFixed(chiSquare, 2),
            },
            {
              name: "p",
              expression: `2 (1 − Φ(√${formatFixed(chiSquare, 2)}))`,
              result: formatP(Math.max(pValue, SMALLEST_P)),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption="What this many users would show if the treatment lost a share of its own"
          rows={[0, 0.002, 0.005, 0.01, 0.02]}
          rowKey={(loss) => `loss-${loss}`}
          columns={[
            { key: "loss", header: "Lost", rowHeader: true, cell: (loss) => formatPercent(loss) },
            { key: "p", header: "p", numeric: true, cell: (loss) => formatP(pIfLost(loss)) },
            {
              key: "verdict",
              header: "Verdict",
              cell: (loss) => (pIfLost(loss) < INVESTIGATE ? "mismatch" : "passes"),
            },
          ]}
        />
      }
    >
      <LineChart
        title="P-value by the share of treatment users that is missing"
        description={`With ${formatWhole(total)} users p is ${formatP(Math.max(pValue, SMALLEST_P))}; the limit is ${INVESTIGATE}.`}
        height={170}
        x={{
          kind: "linear",
          domain: [-3, 3],
          tickValues: [-3, -2, -1, 0, 1, 2, 3],
          label: `Share missing from the treatment, of ${formatWhole(total)} users`,
          format: (value) => `${value}%`,
        }}
        y={{
          kind: "log",
          domain: [SMALLEST_P, 1],
          tickValues: [1e-12, 1e-9, 1e-6, 1e-3, 1],
          label: "p (log scale)",
          format: formatP,
        }}
        hideEndLabels
        references={[{ axis: "y", value: INVESTIGATE, label: "limit" }]}
        series={[
          {
            id: "p",
            label: "p",
            color: 1,
            points: LOSSES.map((loss) => [percentOf(loss), pIfLost(loss)] as const).filter(
              ([, p]) => p > SMALLEST_P,
            ),
          },
        ]}
        marks={[
          {
            x: Math.max(-3, Math.min(3, 100 * missing)),
            y: Math.max(SMALLEST_P, pValue),
            label: "these counts",
            color: isMismatch ? 2 : 1,
          },
        ]}
      />
    </FigureFrame>
  );
}
