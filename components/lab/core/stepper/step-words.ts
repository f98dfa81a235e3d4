/** What a step did to this request, in sentences made from the trace. */
import { describeDrops } from "@/components/lab/core/funnel/funnel-stages";
import type { TracedRun } from "@/components/lab/core/traced";
import { type PipelineWords, stepLabel } from "@/components/lab/core/words";
import { formatCount, formatMilliseconds } from "@/components/lab/format";

type Run = Pick<TracedRun, "steps" | "sources">;
const traceOf = ({ steps }: Run, step: string) => steps.find((one) => one.step === step);

/** "Step 4 of 6, rank: 416 videos in, 100 out, 3.8 ms"; also what a live region says. */
export function describeStep(run: Run, step: string, words: PipelineWords): string {
  const trace = traceOf(run, step);
  const names = Object.keys(words.steps);
  const place = `Step ${names.indexOf(step) + 1} of ${names.length}, ${stepLabel(words, step).toLowerCase()}`;
  if (!trace) return place;
  const { itemsIn, itemsOut, milliseconds } = trace;
  return `${place}: ${formatCount(itemsIn)} ${words.items} in, ${formatCount(itemsOut)} out, ${formatMilliseconds(milliseconds)}`;
}

/** What this step did here, beyond its counts; `own` is what a world says of steps that only it knows. */
export function describeOutcome(
  run: Run,
  step: string,
  words: PipelineWords,
  own: Readonly<Record<string, () => string>>,
): string {
  const trace = traceOf(run, step);
  if (!trace) return "";
  if (trace.wasSkipped) return "It is switched off: everything goes through.";
  const said = own[step]?.();
  if (said !== undefined) return said;
  if (step === "merge") {
    const only = run.sources.reduce((sum, source) => sum + source.onlyHere, 0);
    return `${formatCount(trace.itemsIn)} places in the lists are ${formatCount(trace.itemsOut)} ${words.items}; ${formatCount(only)} of them came from one source alone.`;
  }
  return `Left here: ${describeDrops(trace, words)}.`;
}
