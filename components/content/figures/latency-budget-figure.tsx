"use client";

import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox } from "@/components/ui/inputs";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  type LatencyStep,
  type PlacedStep,
  scheduleSteps,
  shareWithoutSlowCall,
  totalLatencyMs,
} from "@/lib/framework/estimation";
import { formatMilliseconds, formatNumber, formatPercent } from "@/lib/framework/units";

type Step = { name: string; milliseconds: number; isParallel: boolean };
type Inputs = { budgetMs: number; steps: readonly Step[] };

/** Steps that share the words before a colon ("Retrieve: two-tower", "Retrieve: fresh") start together at first. */
function startsWithPrevious(name: string, previous: string | undefined): boolean {
  const family = (text: string) => (text.includes(":") ? text.slice(0, text.indexOf(":")) : text);
  return previous !== undefined && name.includes(":") && family(name) === family(previous);
}

function groupsOf(steps: readonly Step[]): LatencyStep[] {
  let group = -1;
  return steps.map((step, index) => {
    if (index === 0 || !step.isParallel) group++;
    return { name: step.name, milliseconds: step.milliseconds, group };
  });
}

export function LatencyBudgetFigure({ budgetMs, steps, caption }: VocabularyProps<"LatencyBudgetFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    budgetMs,
    steps: steps.map(([name, milliseconds], i) => ({
      name,
      milliseconds,
      isParallel: startsWithPrevious(name, steps[i - 1]?.[0]),
    })),
  });
  const grouped = groupsOf(state.steps);
  const placed = scheduleSteps(grouped);
  const total = totalLatencyMs(grouped);
  const sequential = state.steps.reduce((sum, step) => sum + step.milliseconds, 0);
  const slack = state.budgetMs - total;
  const widest = Math.max(
    ...placed.map((step) => placed.filter((other) => other.group === step.group).length),
  );
  const change = (index: number, next: Partial<Step>) =>
    patch({ steps: state.steps.map((step, i) => (i === index ? { ...step, ...next } : step)) });
  return (
    <FigureFrame
      title="One request against its budget"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatMilliseconds(total)} of ${formatMilliseconds(state.budgetMs)}: ${slack >= 0 ? `${formatMilliseconds(slack)} to spare` : `${formatMilliseconds(-slack)} over`}. One after the other the steps would take ${formatMilliseconds(sequential)}.${widest > 1 ? ` With ${widest} calls in parallel, ${formatPercent(1 - shareWithoutSlowCall(widest))} of requests meet one beyond its own p99.` : ""}`}
      controls={
        <>
          <QuantityField
            label="Budget"
            unit="ms"
            min={10}
            max={1000}
            step={10}
            value={state.budgetMs}
            onChange={(next) => patch({ budgetMs: next })}
          />
          <Disclosure summary="Change the steps" className="sm:col-span-2">
            <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
              {state.steps.map((step, index) => (
                <div key={step.name} className="grid gap-1">
                  <QuantityField
                    label={step.name}
                    unit="ms"
                    min={0}
                    max={300}
                    value={step.milliseconds}
                    onChange={(milliseconds) => change(index, { milliseconds })}
                  />
                  {index > 0 && (
                    <Checkbox
                      label={`Starts together with ${state.steps[index - 1]?.name}`}
                      checked={step.isParallel}
                      onChange={(event) => change(index, { isParallel: event.target.checked })}
                    />
                  )}
                </div>
              ))}
            </div>
          </Disclosure>
        </>
      }
      formula={
        <FormulaLines
          lines={[{ name: "Request", expression: sumOf(placed), result: formatMilliseconds(total) }]}
        />
      }
    >
      <Schedule placed={placed} budgetMs={state.budgetMs} total={total} />
    </FigureFrame>
  );
}

function sumOf(placed: readonly PlacedStep[]): string {
  const groups = [...new Set(placed.map((step) => step.group))];
  return groups
    .map((group) =>
      placed.filter((step) => step.group === group).map((step) => formatNumber(step.milliseconds)),
    )
    .map((parts) => (parts.length === 1 ? parts[0] : `max(${parts.join(", ")})`))
    .join(" + ");
}

/** Steps on the clock, as a table whose bars repeat the start and length that its cells say. */
function Schedule({
  placed,
  budgetMs,
  total,
}: {
  placed: readonly PlacedStep[];
  budgetMs: number;
  total: number;
}) {
  const span = Math.max(budgetMs, total);
  return (
    <table className="m-0 w-full border-collapse text-sm tabular-nums">
      <caption className="sr-only">Start and length of each step in milliseconds</caption>
      <thead>
        <tr className="border-b border-line-strong/60 text-ink-2">
          <th scope="col" className="py-1 pr-3 text-left font-medium">
            Step
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            Length
          </th>
          <th scope="col" className="w-1/2 py-1 text-left font-medium">
            <span className="flex justify-between">
              <span>0</span>
              <span>{formatMilliseconds(span)}</span>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {placed.map((step) => (
          <tr key={step.name} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 pr-3 text-left leading-tight font-normal">
              {step.name}
            </th>
            <td className="py-1.5 pr-3 text-right whitespace-nowrap">
              {formatMilliseconds(step.milliseconds)}
            </td>
            <td className="py-1.5">
              <span className="sr-only">from {formatMilliseconds(step.startMs)}</span>
              <span aria-hidden className="relative block h-3 bg-sunken">
                <span
                  className={`absolute inset-y-0 ${step.endMs > budgetMs ? "bg-bad" : "bg-(--series-1)"}`}
                  style={{
                    left: `${(step.startMs / span) * 100}%`,
                    width: `${(step.milliseconds / span) * 100}%`,
                  }}
                />
                <span
                  className="absolute -inset-y-1.5 border-l border-dashed border-ink"
                  style={{ left: `calc(${(budgetMs / span) * 100}% - 1px)` }}
                />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line-strong/60 font-medium">
          <th scope="row" className="py-1.5 pr-3 text-left font-medium">
            Whole request
          </th>
          <td className="py-1.5 pr-3 text-right whitespace-nowrap">{formatMilliseconds(total)}</td>
          <td className={`py-1.5 ${total > budgetMs ? "text-bad" : "text-good"}`}>
            {total > budgetMs
              ? `${formatMilliseconds(total - budgetMs)} over the budget`
              : `${formatMilliseconds(budgetMs - total)} to spare`}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
