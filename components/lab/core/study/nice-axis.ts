/** A round axis from 0 for charts that take their ends and ticks as numbers. */

/** Ends at the next of 1, 2, 2.5, 5 times a power of ten above the largest value, with four or five ticks. */
export function niceAxis(values: readonly number[]): { maximum: number; tickValues: readonly number[] } {
  const high = Math.max(1e-9, ...values);
  const power = 10 ** Math.floor(Math.log10(high));
  const step =
    [0.2, 0.25, 0.5, 1, 2].map((factor) => factor * power).find((one) => one * 5 >= high) ?? 2 * power;
  const count = Math.ceil(high / step - 1e-9);
  const tickValues = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
  return { maximum: step * count, tickValues };
}
