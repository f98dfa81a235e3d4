/**
 * Which days of the log teach what. Time only moves forward: what is counted and embedded comes from the first days
 * (history), what rankers learn from the later ones (labels), so that no feature of a training row has seen its label.
 * Held-out queries teach nothing at all.
 */
export type DayPlan = { readonly historyEnd: number; readonly now: number };

const HISTORY_SHARE = 0.5;

export const planDays = ({ days }: { readonly days: number }): DayPlan => ({
  historyEnd: Math.floor(days * HISTORY_SHARE),
  now: days,
});

/** The searches of days [from, to): rows [start, end) of a log in the order of time. */
export function searchesBetween(day: Float32Array, from: number, to: number): { start: number; end: number } {
  const firstAt = (limit: number) => {
    let low = 0;
    let high = day.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((day[middle] as number) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { start: firstAt(from), end: firstAt(to) };
}
