/**
 * Labels that come late: the share of clicks inside a join window, what the joiner has to hold meanwhile, and what a silent
 * row still promises. Joiner and window: He et al. (2014); silence as an unknown: Chapelle (2014).
 */
import { normalCdf } from "./normal";

/** Most clicks come while the ad is looked at, the others when the page was read: two log-normals. */
export type ClickDelays = {
  readonly quickMedianSeconds: number;
  readonly lateMedianSeconds: number;
  /** Share of clicks of the late kind. */
  readonly lateShare: number;
};
const QUICK_SPREAD = 1;
const LATE_SPREAD = 0.9;

/** `P(T \le t) = \Phi\left(\frac{\ln t - \ln m}{s}\right)` of a log-normal with median m. */
export function logNormalCdf(t: number, median: number, spread: number): number {
  return t <= 0 ? 0 : normalCdf(Math.log(t / median) / spread);
}

/** Share of all clicks that come within `seconds` of the impression. */
export function clicksWithin(seconds: number, delays: ClickDelays): number {
  const { quickMedianSeconds, lateMedianSeconds, lateShare } = delays;
  return (
    (1 - lateShare) * logNormalCdf(seconds, quickMedianSeconds, QUICK_SPREAD) +
    lateShare * logNormalCdf(seconds, lateMedianSeconds, LATE_SPREAD)
  );
}

/** What a joiner holds: every impression of the last `windowSeconds`. `\mathrm{bytes} = \mathrm{rate} \times w \times b` */
export function joinerBytes(
  impressionsPerSecond: number,
  windowSeconds: number,
  bytesPerRow: number,
): number {
  return impressionsPerSecond * windowSeconds * bytesPerRow;
}

export const HOURS_PER_DAY = 24;
/** The attribution window. */
export const CONVERSION_HOURS = 30 * HOURS_PER_DAY;
const SHORTEST_HOURS = 1 / 60;

/**
 * Share of conversions within `hours` of the click: even in the logarithm from a minute to an hour, from there to a day, and
 * to thirty days. `withinHour` and `withinDay` are shares of all conversions.
 */
export function conversionsWithin(hours: number, withinHour: number, withinDay: number): number {
  const between = (from: number, to: number) => Math.log(hours / from) / Math.log(to / from);
  if (hours <= SHORTEST_HOURS) return 0;
  if (hours <= 1) return withinHour * between(SHORTEST_HOURS, 1);
  if (hours <= HOURS_PER_DAY) return withinHour + (withinDay - withinHour) * between(1, HOURS_PER_DAY);
  if (hours >= CONVERSION_HOURS) return 1;
  return withinDay + (1 - withinDay) * between(HOURS_PER_DAY, CONVERSION_HOURS);
}

/**
 * P(it converts in the end | no conversion so far): `\frac{p (1 - F)}{1 - p F}`, with p the conversion rate and F the share of
 * conversions that would have come by now.
 */
export function stillConverts(rate: number, arrived: number): number {
  return (rate * (1 - arrived)) / (1 - rate * arrived);
}

/**
 * Mean share of conversions that have arrived in a training set of clicks whose ages are even between 0 and `days`, each
 * silent row taken for a no: the factor by which a rate learnt from it is too low.
 */
export function arrivedShare(days: number, withinHour: number, withinDay: number): number {
  const steps = 2_000;
  let sum = 0;
  for (let i = 0; i < steps; i++)
    sum += conversionsWithin(((i + 0.5) / steps) * days * HOURS_PER_DAY, withinHour, withinDay);
  return sum / steps;
}
