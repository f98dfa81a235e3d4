"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { buttonClass } from "@/components/ui/button-class";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { dcgAtK, type Gain, gainOf, ndcgAtK, rankDiscount } from "@/lib/evaluation/ranking";
import { formatFixed } from "@/lib/framework/units";

type Result = { name: string; grade: number };
type Inputs = { results: readonly Result[]; gain: Gain; k: number };

export function NdcgFigure({ grades, caption }: VocabularyProps<"NdcgFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    results: grades.map((grade, i) => ({ name: String.fromCharCode(65 + i), grade })),
    gain: "linear",
    k: grades.length,
  });
  const [dragged, setDragged] = useState<number | null>(null);
  const relevance = state.results.map((result) => result.grade);
  const ideal = [...relevance].sort((a, b) => b - a);
  const dcg = dcgAtK(relevance, state.k, state.gain);
  const idealDcg = dcgAtK(ideal, state.k, state.gain);
  const ndcg = ndcgAtK(relevance, relevance, state.k, state.gain);
  const top = Math.max(1e-9, ...relevance.map((grade) => gainOf(grade, state.gain)));

  function move(from: number, to: number) {
    const next = [...state.results];
    const [result] = next.splice(from, 1);
    if (result && to >= 0 && to <= next.length) {
      next.splice(to, 0, result);
      patch({ results: next });
    }
  }
  return (
    <FigureFrame
      title="Reorder the results, watch NDCG"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`In this order, ${state.results.map((result) => `${result.name}${result.grade}`).join(" ")}, NDCG@${state.k} is ${formatFixed(ndcg, 3)}${ndcg > 1 - 1e-9 ? ", the best possible" : ""}.`}
      controls={
        <>
          <ChoiceField
            legend="Gain of a grade"
            value={state.gain}
            onChange={(gain: Gain) => patch({ gain })}
            options={[
              { value: "linear", label: "Linear: grade" },
              { value: "exponential", label: "Exponential: 2^grade − 1" },
            ]}
          />
          <QuantityField
            label="Cut-off k"
            min={1}
            max={relevance.length}
            isInteger
            value={state.k}
            onChange={(k) => patch({ k })}
          />
        </>
      }
      formula={<FormulaLines lines={linesOf(relevance, ideal, state, { dcg, idealDcg, ndcg })} />}
    >
      <ol
        className="m-0 grid list-none gap-px p-0 text-sm tabular-nums"
        aria-label="Results in order, best rank first"
      >
        <li
          aria-hidden
          className="grid grid-cols-[1.5rem_4.5rem_1fr_4.5rem] items-end gap-2 pb-1 text-xs text-ink-2 sm:grid-cols-[2rem_6rem_1fr_5rem]"
        >
          <span>Rank</span>
          <span>Result</span>
          <span>Gain × discount</span>
          <span className="text-right">Move</span>
        </li>
        {state.results.map((result, index) => (
          <ResultRow
            key={result.name}
            result={result}
            index={index}
            last={state.results.length - 1}
            isCounted={index < state.k}
            gain={gainOf(result.grade, state.gain)}
            topGain={top}
            onMove={move}
            onDragStart={() => setDragged(index)}
            onDrop={() => {
              if (dragged !== null) move(dragged, index);
              setDragged(null);
            }}
          />
        ))}
      </ol>
    </FigureFrame>
  );
}

function linesOf(
  relevance: readonly number[],
  ideal: readonly number[],
  { gain, k }: Inputs,
  values: { dcg: number; idealDcg: number; ndcg: number },
) {
  const termsOf = (grades: readonly number[]) =>
    grades
      .slice(0, k)
      .map((grade, i) => `${gainOf(grade, gain)}/${formatFixed(1 / rankDiscount(i + 1), 2)}`)
      .join(" + ");
  return [
    { name: `DCG@${k}`, expression: termsOf(relevance), result: formatFixed(values.dcg, 3) },
    { name: `Ideal DCG@${k}`, expression: termsOf(ideal), result: formatFixed(values.idealDcg, 3) },
    {
      name: `NDCG@${k}`,
      expression: `${formatFixed(values.dcg, 3)} / ${formatFixed(values.idealDcg, 3)}`,
      result: formatFixed(values.ndcg, 6),
    },
  ];
}

type ResultRowProps = {
  result: Result;
  index: number;
  last: number;
  isCounted: boolean;
  gain: number;
  topGain: number;
  onMove: (from: number, to: number) => void;
  onDragStart: () => void;
  onDrop: () => void;
};

function ResultRow({
  result,
  index,
  last,
  isCounted,
  gain,
  topGain,
  onMove,
  onDragStart,
  onDrop,
}: ResultRowProps) {
  const discount = rankDiscount(index + 1);
  return (
    <li
      draggable
      onDragStart={onDragStart}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className={`grid grid-cols-[1.5rem_4.5rem_1fr_4.5rem] items-center gap-2 border-t border-line py-1 sm:grid-cols-[2rem_6rem_1fr_5rem] ${isCounted ? "" : "text-ink-2"}`}
    >
      <span>{index + 1}</span>
      <span className="flex cursor-grab items-center gap-1 whitespace-nowrap">
        <GripVertical size={14} aria-hidden className="hidden shrink-0 text-line-strong sm:block" />
        {result.name} <span className="text-ink-2">grade {result.grade}</span>
      </span>
      <span className="grid gap-1">
        <span className="text-xs">
          {isCounted
            ? `${gain} × ${formatFixed(discount, 3)} = ${formatFixed(gain * discount, 3)}`
            : "below the cut-off"}
        </span>
        <span aria-hidden className="relative block h-2 bg-sunken">
          <span
            className="absolute inset-y-0 left-0 bg-(--series-1) opacity-25"
            style={{ width: `${(gain / topGain) * 100}%` }}
          />
          {isCounted && (
            <span
              className="absolute inset-y-0 left-0 bg-(--series-1)"
              style={{ width: `${((gain * discount) / topGain) * 100}%` }}
            />
          )}
        </span>
      </span>
      <span className="flex justify-end gap-1">
        <MoveButton
          label={`Move ${result.name} up`}
          isAtEnd={index === 0}
          onMove={() => onMove(index, index - 1)}
        >
          <ArrowUp size={16} aria-hidden className="shrink-0" />
        </MoveButton>
        <MoveButton
          label={`Move ${result.name} down`}
          isAtEnd={index === last}
          onMove={() => onMove(index, index + 1)}
        >
          <ArrowDown size={16} aria-hidden className="shrink-0" />
        </MoveButton>
      </span>
    </li>
  );
}

/** Keeps the focus at the end of the list, where a disabled button would lose it. */
function MoveButton(props: { label: string; isAtEnd: boolean; onMove: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      aria-disabled={props.isAtEnd}
      onClick={() => !props.isAtEnd && props.onMove()}
      className={buttonClass({ variant: "quiet", size: "small", iconOnly: true })}
    >
      {props.children}
    </button>
  );
}
