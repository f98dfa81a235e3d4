/** A run as the stages of a picture: its steps, or the few stages that people talk about. */
import { type PipelineWords, reasonWords, stepLabel } from "@/components/lab/core/words";
import { formatCount } from "@/components/lab/format";
import type { FunnelStage } from "@/lib/charts/funnel-layout";
import type { StepTrace } from "@/lib/pipeline/trace";

export function stepStages(steps: readonly StepTrace[], words: PipelineWords): FunnelStage[] {
  return steps.map(({ step, itemsIn, itemsOut, milliseconds }) => ({
    id: step,
    label: stepLabel(words, step),
    itemsIn,
    itemsOut,
    milliseconds,
  }));
}

/** Several steps as one stage. */
export type StageGroup = { readonly id: string; readonly label: string; readonly steps: readonly string[] };

export function groupedStages(steps: readonly StepTrace[], groups: readonly StageGroup[]): FunnelStage[] {
  return groups.flatMap(({ id, label, steps: names }) => {
    const members = steps.filter(({ step }) => names.includes(step));
    const [first, last] = [members[0], members[members.length - 1]];
    if (!first || !last) return [];
    return [
      {
        id,
        label,
        itemsIn: first.itemsIn,
        itemsOut: last.itemsOut,
        milliseconds: totalMilliseconds(members),
      },
    ];
  });
}

/** "61 already watched, 8 withheld by policy"; in words too when nothing left or the step has no reasons of its own. */
export function describeDrops(trace: StepTrace, words: PipelineWords): string {
  const { step, itemsIn, itemsOut, drops, wasSkipped } = trace;
  if (wasSkipped) return "switched off";
  if (step === "retrieve") return "all that no source brought";
  if (step === "merge") return `${formatCount(itemsIn - itemsOut)} brought twice or more`;
  const reasons = Object.entries(drops).flatMap(([reason, count]) =>
    count ? [`${formatCount(count)} ${reasonWords(words, reason)}`] : [],
  );
  return reasons.join(", ") || "nothing";
}

/** Bands get stronger as the items get fewer. */
export function bandOpacity(index: number, count: number): number {
  return 0.16 + (0.74 * index) / Math.max(1, count - 1);
}

/** Sum over the steps, which is what the picture shows. */
export function totalMilliseconds(steps: readonly StepTrace[]): number {
  return steps.reduce((sum, step) => sum + step.milliseconds, 0);
}
