/** How long clicks and conversions take. Both are heavy-tailed: a short join window loses them, a long one makes labels old. */
import type { Random } from "@/lib/random";
import { CLICK_WINDOW_SECONDS, CONVERSION_WINDOW_DAYS } from "./types";

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** Most clicks come while the ad is looked at, the others when the page was read. */
const LATE_CLICK_SHARE = 0.15;
const QUICK_CLICK = { median: 12, spread: 1 };
const LATE_CLICK = { median: 300, spread: 0.9 };
/** Conversions within an hour, and within a day (Chapelle, 2014, reports 35 % and about 50 %); the rest takes up to 30 days. */
export const CONVERTED_WITHIN_HOUR = 0.35;
export const CONVERTED_WITHIN_DAY = 0.5;
const SHORTEST_SECONDS = 60;

/** Seconds from impression to click: a mixture of two log-normals, within CLICK_WINDOW_SECONDS. */
export function drawClickDelay(random: Random): number {
  const { median, spread } = random.next() < LATE_CLICK_SHARE ? LATE_CLICK : QUICK_CLICK;
  for (;;) {
    const seconds = median * Math.exp(spread * random.normal());
    if (seconds < CLICK_WINDOW_SECONDS) return seconds;
  }
}

/** Even in the logarithm between two moments. */
const drawBetween = (from: number, to: number, random: Random) => from * (to / from) ** random.next();

/** Seconds from click to conversion, within CONVERSION_WINDOW_DAYS; even in the logarithm within each part. */
export function drawConversionDelay(random: Random): number {
  const part = random.next();
  if (part < CONVERTED_WITHIN_HOUR) return drawBetween(SHORTEST_SECONDS, HOUR_SECONDS, random);
  if (part < CONVERTED_WITHIN_DAY) return drawBetween(HOUR_SECONDS, DAY_SECONDS, random);
  return drawBetween(DAY_SECONDS, CONVERSION_WINDOW_DAYS * DAY_SECONDS, random);
}
