import type { AdAblation, AdKnobs } from "@/lib/pipeline/ads/knobs";

export type AdKnobsProps = { knobs: AdKnobs; onChange: (knobs: AdKnobs) => void };

export const isOn = (knobs: AdKnobs, part: AdAblation): boolean => !knobs.ablate.includes(part);

/** The knobs with one part switched on or off. */
export function withPart(knobs: AdKnobs, part: AdAblation, on: boolean): AdKnobs {
  const others = knobs.ablate.filter((name) => name !== part);
  return { ...knobs, ablate: on ? others : [...others, part] };
}
