/** What a step does, and what it did to this request, in sentences made from the trace. */

import { describeDrops, SOURCE_LABELS, STEP_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { STEP_NAMES, type StepName } from "@/lib/pipeline/video/names";
import type { Recommendation, StepTrace } from "@/lib/pipeline/video/trace";

export const STEP_PURPOSE: Record<StepName, string> = {
  retrieve: "Each source brings its own list, best first. None of them knows of the others.",
  merge:
    "The lists become one; a video that several sources brought stands in it once and keeps all of its ranks.",
  filter: "What may not be shown to this viewer goes before anything is spent on ranking it.",
  rank: "The ranker predicts what the viewer would do with each candidate; the head weights make one score of that.",
  rules: "What must hold for the slate as a whole, whatever the scores say.",
  diversify: "The slate is filled one by one: each next video is good, and unlike those above it.",
};

export function stepTrace({ steps }: Recommendation, step: StepName): StepTrace | undefined {
  return steps.find((one) => one.step === step);
}

/** "Step 4 of 6, rank: 416 videos in, 100 out, 3.8 ms"; also what a live region says. */
export function describeStep(recommendation: Recommendation, step: StepName): string {
  const trace = stepTrace(recommendation, step);
  const place = `Step ${STEP_NAMES.indexOf(step) + 1} of ${STEP_NAMES.length}, ${STEP_LABELS[step].toLowerCase()}`;
  if (!trace) return place;
  const { itemsIn, itemsOut, milliseconds } = trace;
  return `${place}: ${formatCount(itemsIn)} videos in, ${formatCount(itemsOut)} out, ${formatMilliseconds(milliseconds)}`;
}

/** What this step did here, beyond its counts. */
export function describeOutcome(recommendation: Recommendation, step: StepName): string {
  const trace = stepTrace(recommendation, step);
  if (!trace) return "";
  if (trace.wasSkipped) return "It is switched off: everything goes through.";
  if (step === "retrieve") return describeRetrieval(recommendation);
  if (step === "merge") {
    const only = recommendation.sources.reduce((sum, source) => sum + source.onlyHere, 0);
    return `${formatCount(trace.itemsIn)} places in the lists are ${formatCount(trace.itemsOut)} videos; ${formatCount(only)} of them came from one source alone.`;
  }
  return `Left here: ${describeDrops(trace)}.`;
}

function describeRetrieval({ sources, search, catalogueSize }: Recommendation): string {
  const asked = sources.filter(({ returned }) => returned > 0);
  const slowest = asked.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  const searched =
    search.scanned === 0
      ? "No index was searched."
      : search.kind === "exact"
        ? `The exact scan compared all ${formatCount(search.scanned)} vectors with the viewer’s.`
        : `${formatCount(search.probes)} of ${formatCount(search.lists)} lists were searched: ${formatCount(search.scanned)} of ${formatCount(catalogueSize)} vectors.`;
  const time = slowest
    ? ` ${SOURCE_LABELS[slowest.source]} took longest, ${formatMilliseconds(slowest.milliseconds)}.`
    : "";
  return searched + time;
}
