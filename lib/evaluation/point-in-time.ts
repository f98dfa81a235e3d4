/**
 * Which value of a counter a training row may hold: the one that the serving system could have read when the row's
 * request arrived, and no later one. Times are hours on one clock.
 */
import type { Random } from "@/lib/random";

/** One impression of an item, and whether it was clicked. */
export type ItemEvent = { hour: number; isClick: boolean };

/** How a training row is joined to the counter. */
export const JOIN_RULES = ["today", "day", "instant", "served"] as const;
/** `today`: the table as it is when the training set is built. `day`: the snapshot dated with the request's own day,
 * which is written when that day ends. `instant`: every event before the request. `served`: those that had arrived. */
export type JoinRule = (typeof JOIN_RULES)[number];

const HOURS_PER_DAY = 24;

/** Last hour whose events the joined value contains (exclusive), for a request at `requestHour`. */
export function joinCutoff(rule: JoinRule, requestHour: number, builtHour: number, lagHours: number): number {
  switch (rule) {
    case "today":
      return builtHour;
    case "day":
      return Math.min(builtHour, (Math.floor(requestHour / HOURS_PER_DAY) + 1) * HOURS_PER_DAY);
    case "instant":
      return requestHour;
    case "served":
      return requestHour - lagHours;
  }
}

export type CounterValue = { impressions: number; clicks: number };

/** Events before an instant, counted. */
export function countBefore(events: readonly ItemEvent[], hour: number): CounterValue {
  const seen = events.filter((event) => event.hour < hour);
  return { impressions: seen.length, clicks: seen.filter(({ isClick }) => isClick).length };
}

/** Events from the request on that the joined value contains: anything above 0 is a leak. */
export function leakedEvents(
  events: readonly ItemEvent[],
  requestHour: number,
  cutoff: number,
): CounterValue {
  const seen = events.filter(({ hour }) => hour >= requestHour && hour < cutoff);
  return { impressions: seen.length, clicks: seen.filter(({ isClick }) => isClick).length };
}

/** Impressions at random instants of `hours`; the click rate rises from `from` to `to` when the item takes off. */
export function drawItemEvents(
  {
    impressions,
    hours,
    from,
    to,
    takeOffHour,
  }: {
    impressions: number;
    hours: number;
    from: number;
    to: number;
    takeOffHour: number;
  },
  random: Random,
): ItemEvent[] {
  return Array.from({ length: impressions }, () => random.next() * hours)
    .sort((a, b) => a - b)
    .map((hour) => ({ hour, isClick: random.next() < (hour < takeOffHour ? from : to) }));
}
