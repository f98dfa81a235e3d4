/**
 * The requests of the day after the log ends: the same people come to the same sites at the same hours as on its last
 * day. What they will click nobody knows but the simulator.
 */
import type { AdRequest, ObservedAdsWorld } from "@/lib/worlds/ads/types";
import { requestAt } from "@/lib/worlds/ads/visits";

export type DayRequests = {
  readonly day: number;
  readonly size: number;
  /** @throws RangeError for a number that is not there. */
  at(number: number): AdRequest;
};

export function createDayRequests({
  config,
  requests,
}: Pick<ObservedAdsWorld, "config" | "requests">): DayRequests {
  const last = config.days - 1;
  let first = requests.size;
  while (first > 0 && (requests.day[first - 1] as number) >= last) first--;
  const size = requests.size - first;
  return {
    day: config.days,
    size,
    at(number) {
      if (number < 0 || number >= size) throw new RangeError(`There is no request ${number}.`);
      const request = requestAt(requests, first + number);
      return { ...request, day: request.day + 1 };
    },
  };
}

/** Numbers of `count` requests, evenly spread over the day. */
export function spreadRequests({ size }: DayRequests, count: number): number[] {
  const wanted = Math.min(count, size);
  return Array.from({ length: wanted }, (_, i) => Math.floor(((i + 0.5) * size) / wanted));
}
