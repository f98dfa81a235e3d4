"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { type Arrow, VectorChart } from "@/components/charts/vector-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  cosineOf,
  jointGradient,
  lengthOf,
  lossChange,
  vectorAt,
  weighted,
} from "@/lib/evaluation/gradient-conflict";
import { formatFixed } from "@/lib/framework/units";

type Inputs = { degrees: number; size: number; weight: number; step: "sum" | "projected" };

const TABLE_DEGREES = [0, 45, 90, 120, 150, 170];
const RATE = 0.1;

/** Changes of both losses, to first order, for one step of size 0.1. Task A's gradient has length 1 along the x axis. */
function stepOf({ degrees, size, weight, step }: Inputs) {
  const first = vectorAt(1, 0);
  const second = vectorAt(size, degrees);
  const joint = jointGradient(first, weighted(second, weight), step === "projected");
  return {
    first,
    second,
    joint,
    firstChange: lossChange(first, joint, RATE),
    secondChange: lossChange(second, joint, RATE),
  };
}

const signed = (value: number) =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatFixed(Math.abs(value), 3)}`;
const verdict = (change: number) => (change < -5e-4 ? "falls" : change > 5e-4 ? "rises" : "stays");

export function GradientConflictFigure({
  degrees,
  size,
  caption,
}: VocabularyProps<"GradientConflictFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    degrees,
    size,
    weight: 1,
    step: "sum",
  });
  const result = stepOf(state);
  const plain = stepOf({ ...state, step: "sum" });
  const cosine = cosineOf(result.first, result.second);
  const arrows: Arrow[] = [
    { id: "a", label: "Task A", color: 1, ...result.first },
    { id: "b", label: "Task B, weighted", color: 2, ...weighted(result.second, state.weight) },
    {
      id: "step",
      label: state.step === "sum" ? "Their sum" : "Sum after projection",
      color: 3,
      dash: true,
      ...result.joint,
    },
  ];
  return (
    <FigureFrame
      title="Two tasks pull at the same weights"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`At ${state.degrees}° the cosine is ${formatFixed(cosine, 2)}${cosine < -1e-9 ? ": the tasks conflict" : ""}. One step and A's loss ${verdict(result.firstChange)} (${signed(result.firstChange)}), B's ${verdict(result.secondChange)} (${signed(result.secondChange)}).${state.step === "projected" ? ` The plain sum would have changed A by ${signed(plain.firstChange)}.` : ""}`}
      controls={
        <>
          <QuantityField
            label="Angle between the gradients"
            unit="°"
            min={0}
            max={180}
            value={state.degrees}
            onChange={(next) => patch({ degrees: next })}
          />
          <QuantityField
            label="Length of B's gradient, A's is 1"
            scale="log"
            min={0.1}
            max={10}
            value={state.size}
            onChange={(next) => patch({ size: next })}
          />
          <QuantityField
            label="Weight of B's loss"
            min={0}
            max={2}
            step={0.05}
            value={state.weight}
            onChange={(weight) => patch({ weight })}
          />
          <ChoiceField
            legend="Step along"
            value={state.step}
            onChange={(step: Inputs["step"]) => patch({ step })}
            options={[
              { value: "sum", label: "The sum" },
              { value: "projected", label: "The sum after projection" },
            ]}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Cosine",
              expression: `cos ${state.degrees}°`,
              result: formatFixed(cosine, 3),
            },
            {
              name: "Change of A's loss, step 0.1",
              expression: `−0.1 × (1 × ${formatFixed(result.joint.x, 3)} + 0 × ${formatFixed(result.joint.y, 3)})`,
              result: signed(result.firstChange),
            },
            {
              name: "Change of B's loss",
              expression: `−0.1 × (${formatFixed(result.second.x, 3)} × ${formatFixed(result.joint.x, 3)} + ${formatFixed(result.second.y, 3)} × ${formatFixed(result.joint.y, 3)})`,
              result: signed(result.secondChange),
            },
            {
              name: "Length of the step's direction",
              expression: `√(${formatFixed(result.joint.x, 3)}² + ${formatFixed(result.joint.y, 3)}²)`,
              result: formatFixed(lengthOf(result.joint), 3),
            },
          ]}
        />
      }
      table={<AngleTable state={state} />}
    >
      <VectorChart
        title="Gradients of task A and task B, and the joint direction"
        description={`A points to the right with length 1, B at ${state.degrees} degrees with length ${formatFixed(state.size * state.weight, 2)}; the joint direction has length ${formatFixed(lengthOf(result.joint), 2)}.`}
        arrows={arrows}
      />
      <BarChart
        title="Change of each loss after one step"
        description={`A: ${signed(result.firstChange)}; B: ${signed(result.secondChange)}. Negative is better.`}
        rows={[
          {
            id: "a",
            label: "Task A's loss",
            note: verdict(result.firstChange),
            valueLabel: signed(result.firstChange),
            segments: [{ id: "change", value: result.firstChange, color: 1 }],
          },
          {
            id: "b",
            label: "Task B's loss",
            note: verdict(result.secondChange),
            valueLabel: signed(result.secondChange),
            segments: [{ id: "change", value: result.secondChange, color: 2 }],
          },
        ]}
      />
    </FigureFrame>
  );
}

function AngleTable({ state }: { state: Inputs }) {
  const rows = TABLE_DEGREES.map((degrees) => ({
    degrees,
    sum: stepOf({ ...state, degrees, step: "sum" }),
    projected: stepOf({ ...state, degrees, step: "projected" }),
  }));
  return (
    <ChartTable
      caption="Change of each loss, by angle, for this length and weight"
      rows={rows}
      rowKey={(row) => String(row.degrees)}
      columns={[
        { key: "angle", header: "Angle", rowHeader: true, cell: (row) => `${row.degrees}°` },
        { key: "a", header: "A, sum", numeric: true, cell: (row) => signed(row.sum.firstChange) },
        { key: "b", header: "B, sum", numeric: true, cell: (row) => signed(row.sum.secondChange) },
        {
          key: "pa",
          header: "A, projected",
          numeric: true,
          cell: (row) => signed(row.projected.firstChange),
        },
        {
          key: "pb",
          header: "B, projected",
          numeric: true,
          cell: (row) => signed(row.projected.secondChange),
        },
      ]}
    />
  );
}
