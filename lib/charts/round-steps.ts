/** Round values of a logarithmic axis: 1, 2 and 5 times each power of ten, and the axis that runs between two of them. */

/** All round values from about a decade below `low` to a decade above `high`; parsed, because 10 ** -2 * 5 is not 0.05. */
export function roundSteps(low: number, high: number): number[] {
  const steps: number[] = [];
  for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)) + 1; power++)
    steps.push(Number(`1e${power}`), Number(`2e${power}`), Number(`5e${power}`));
  return steps;
}

/** From the last round value strictly below all positive `values` to the first strictly above; a decade for none. */
export function roundDomain(values: readonly number[]): readonly [number, number] {
  const [low, high] = values.length === 0 ? [1, 10] : [Math.min(...values), Math.max(...values)];
  const steps = roundSteps(low, high);
  return [
    steps.findLast((step) => step < low * 0.999) ?? low / 2,
    steps.find((step) => step > high * 1.001) ?? high * 2,
  ];
}

/** Round values within the domain; powers of ten alone where there would be more than `most`. */
export function roundTicks([low, high]: readonly [number, number], most: number): number[] {
  const steps = roundSteps(low, high).filter((step) => step >= low && step <= high);
  const isCrowded = steps.length > most;
  return isCrowded
    ? steps.filter((step) => Number.isInteger(Math.round(Math.log10(step) * 1e9) / 1e9))
    : steps;
}
