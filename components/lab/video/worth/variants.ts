/** The same request with one part switched the other way, for each part: what the comparison is asked for. */

import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import type { Ablation, Knobs } from "@/lib/pipeline/video/knobs";
import { SOURCE_NAMES } from "@/lib/pipeline/video/names";

/** In the order of the funnel. */
export const PARTS: readonly Ablation[] = [...SOURCE_NAMES, "filter", "ranker", "rules", "diversify"];

export const PART_LABELS: Record<Ablation, string> = {
  ...SOURCE_LABELS,
  filter: "Filter",
  ranker: "Ranker",
  rules: "Rules",
  diversify: "Diversity",
};

export type PartVariant = { id: Ablation; knobs: Knobs; isOnNow: boolean };

/** A part that is off now is switched on, so that its worth shows either way. */
export function partVariants(knobs: Knobs): PartVariant[] {
  return PARTS.map((part) => {
    const isOnNow = isOn(knobs, part);
    return { id: part, knobs: withPart(knobs, part, !isOnNow), isOnNow };
  });
}
