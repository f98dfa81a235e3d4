/** The same request with one part switched the other way, for each part: what the comparison is asked for. */
import { AD_PART_LABELS } from "@/components/lab/ads/ads-words";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import type { AdAblation, AdKnobs } from "@/lib/pipeline/ads/knobs";

/** In the order of the funnel; plus undoing the down-sampling, which is a knob of its own. */
const PARTS: readonly AdAblation[] = [
  "targeting",
  "two-tower",
  "filter",
  "light-rank",
  "calibrate",
  "quality",
  "pacing",
];

export type PartVariant = { id: string; label: string; knobs: AdKnobs; isOnNow: boolean };

/** A part that is off now is switched on, so that its worth shows either way. */
export function partVariants(knobs: AdKnobs): PartVariant[] {
  const parts = PARTS.map((part) => {
    const isOnNow = isOn(knobs, part);
    return {
      id: part as string,
      label: AD_PART_LABELS[part],
      knobs: withPart(knobs, part, !isOnNow),
      isOnNow,
    };
  });
  const isCorrected = knobs.negativeCorrection;
  return [
    ...parts,
    {
      id: "correction",
      label: "Undoing of down-sampling",
      knobs: { ...knobs, negativeCorrection: !isCorrected },
      isOnNow: isCorrected,
    },
  ];
}
