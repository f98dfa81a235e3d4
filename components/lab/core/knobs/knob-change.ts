/** Switching the parts of a pipeline on and off, for the knobs of any world. */
type WithParts = { readonly ablate: readonly string[] };

export const isOn = <Knobs extends WithParts>(knobs: Knobs, part: Knobs["ablate"][number]): boolean =>
  !knobs.ablate.includes(part);

/** The knobs with one part switched on or off. */
export function withPart<Knobs extends WithParts>(
  knobs: Knobs,
  part: Knobs["ablate"][number],
  on: boolean,
): Knobs {
  const others = knobs.ablate.filter((name) => name !== part);
  return { ...knobs, ablate: on ? others : [...others, part] };
}
