import type { Ablation, Knobs } from "@/lib/pipeline/video/knobs";

export type KnobsProps = { knobs: Knobs; onChange: (knobs: Knobs) => void };

export const isOn = (knobs: Knobs, part: Ablation): boolean => !knobs.ablate.includes(part);

/** The knobs with one part switched on or off. */
export function withPart(knobs: Knobs, part: Ablation, on: boolean): Knobs {
  const others = knobs.ablate.filter((name) => name !== part);
  return { ...knobs, ablate: on ? others : [...others, part] };
}
