/**
 * A rate by day while its labels are still coming in: what the log shows, what it will show, and two corrections. Dividing by the share of
 * labels that have arrived is inverse propensity weighting with time as the propensity (Horvitz & Thompson, 1952); waiting for mature
 * labels needs no model of delays and sees the past.
 */
import type { Random } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { conversionsWithin, HOURS_PER_DAY } from "./delayed-labels";

export type MaturingOptions = {
  /** Clicks a day. */
  readonly clicks: number;
  /** Conversions per click until `changedDaysAgo`, and from there on. */
  readonly rateBefore: number;
  readonly rateAfter: number;
  readonly changedDaysAgo: number;
  /** Shares of all conversions that come within an hour and within a day. */
  readonly withinHour: number;
  readonly withinDay: number;
  readonly days: number;
};
export type MaturingDay = {
  /** Days ago; the rows of today are half a day old on average. */
  readonly age: number;
  readonly truth: number;
  /** Share of its conversions that have arrived. */
  readonly arrived: number;
  readonly observed: number;
  /** `\hat p = c / (n F)`. */
  readonly corrected: number;
  /** Of the corrected rate: `\sqrt{p F (1 - p F) / n} / F`. */
  readonly standardError: number;
};

/** One row a day, oldest first. */
export function simulateMaturing(options: MaturingOptions, random: Random): MaturingDay[] {
  const { clicks, days, withinHour, withinDay } = options;
  return Array.from({ length: days }, (_, index) => {
    const age = days - 1 - index;
    const truth = age < options.changedDaysAgo ? options.rateAfter : options.rateBefore;
    const arrived = conversionsWithin((age + 0.5) * HOURS_PER_DAY, withinHour, withinDay);
    const observed = drawBinomial(clicks, truth * arrived, random) / clicks;
    const visible = Math.max(observed, 1 / clicks);
    return {
      age,
      truth,
      arrived,
      observed,
      corrected: observed / arrived,
      standardError: Math.sqrt((visible * (1 - visible)) / clicks) / arrived,
    };
  });
}

/** Rate over all days by three readings: as observed, corrected (sums before the division), and of days at least `matureAfter` days old. */
export function readings(rows: readonly MaturingDay[], matureAfter: number) {
  const sum = (of: (row: MaturingDay) => number, among = rows) =>
    among.reduce((total, row) => total + of(row), 0);
  const mature = rows.filter(({ age }) => age >= matureAfter);
  return {
    truth: sum(({ truth }) => truth) / rows.length,
    naive: sum(({ observed }) => observed) / rows.length,
    corrected: sum(({ observed }) => observed) / sum(({ arrived }) => arrived),
    mature: sum(({ observed }) => observed, mature) / sum(({ arrived }) => arrived, mature),
  };
}
