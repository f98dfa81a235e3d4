/** Moments as ratings files write them, in seconds since 1970. */

export const TIME_FORMATS = ["seconds", "milliseconds", "date"] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;

function parseIsoDate(text: string): number | null {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const moment = Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
  const date = new Date(moment);
  // Date.UTC turns the 31st of February into a day of March.
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day || (hour as number) > 23) return null;
  const zone = /^([+-])(\d{2}):?(\d{2})$/.exec(match[7] ?? "");
  const offset = zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 3_600 + Number(zone[3]) * 60) : 0;
  return moment / 1_000 - offset;
}

/** Null when `text` is no such moment. A date without zone is read as UTC. */
export function parseTime(text: string, format: TimeFormat): number | null {
  if (format === "date") return parseIsoDate(text);
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return null;
  return format === "milliseconds" ? value / 1_000 : value;
}
