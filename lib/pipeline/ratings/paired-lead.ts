/**
 * How many standard errors the second list of values is above the first, pair by pair. Choices on an inner split are
 * many and its users few: what is chosen over the usual has to be better by more than chance.
 */
export function pairedLead(first: readonly number[], second: readonly number[]): number {
  const count = first.length;
  const differences = first.map((value, i) => (second[i] as number) - value);
  const mean = differences.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1);
  return mean / Math.sqrt(variance / Math.max(1, count) + 1e-12);
}
