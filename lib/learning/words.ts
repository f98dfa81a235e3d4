/** Times and states of cards in words, for keys, rows and announcements alike. */
import { formatWithNoun } from "@/lib/framework/units";
import { DAY_MS, dayNumber } from "./day";

const MINUTE_MS = 60_000;

/** How long from now: "10 min", "1 day", "11 days", "4 months". */
export function waitWords(dueAt: Date, now: Date): string {
  const ms = dueAt.getTime() - now.getTime();
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes < 60) return `${minutes} min`;
  const days = Math.round(ms / DAY_MS);
  if (days < 1) return formatWithNoun(Math.round(minutes / 60), "hour");
  if (days < 31) return formatWithNoun(days, "day");
  if (days < 345) return formatWithNoun(Math.round(days / 30.4), "month");
  return "1 year";
}

/** When an item is due, by the person's days: "now", "today", "tomorrow", "in 5 days". */
export function dueWords(dueAt: Date, now: Date, timeZone: string): string {
  if (dueAt <= now) return "now";
  const days = dayNumber(dueAt, timeZone) - dayNumber(now, timeZone);
  if (days <= 0) return "today";
  if (days === 1) return "tomorrow";
  return `in ${waitWords(dueAt, now)}`;
}
