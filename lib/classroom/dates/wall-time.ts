/**
 * Wall time in a zone and the instant it means. An assignment's dates are stored as instants; people set and read them
 * as what a clock on the wall shows, and "23:59" stays 23:59 when clocks change (decision 35). Twice a year a wall
 * time does not exist (a gap) or exists twice (a fold); the names are those of PEP 495, Peters and Belopolsky, 2015.
 */
import { TZDateMini, tzOffset } from "@date-fns/tz";
import { addDays, format } from "date-fns";

/** As `datetime-local` fields give it: "2026-11-01T23:59". */
export type WallTime = string;
export type Fold = "earlier" | "later";

/** An instant and how far clocks in the zone are ahead of UTC at it, as "+05:30". */
export type Moment = { atMs: number; offset: string };

export type ResolvedWallTime =
  | { kind: "one"; atMs: number }
  /** Clocks were put back over it: it comes twice. */
  | { kind: "twice"; earlier: Moment; later: Moment }
  /** Clocks are put forward over it: it never comes. `from` and `next` are the edges of what is left out. */
  | { kind: "never"; from: WallTime; next: WallTime; nextMs: number }
  /** No date, or one that the calendar does not have. */
  | { kind: "invalid" };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Offsets lie between -12:00 and +14:00; an hour on either side holds any change that touches a wall time. */
const AHEAD_MS = 15 * HOUR_MS;
const BEHIND_MS = 13 * HOUR_MS;
const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;
const WALL_FORMAT = "yyyy-MM-dd'T'HH:mm";

const offsetMs = (timeZone: string, atMs: number): number => tzOffset(timeZone, new Date(atMs)) * MINUTE_MS;

/** What a clock in the zone shows at an instant, seconds cut off. */
export const toWallTime = (atMs: number, timeZone: string): WallTime =>
  format(new TZDateMini(atMs, timeZone), WALL_FORMAT);

/** Hours and minutes ahead of UTC: "+02:00", "-03:30". */
export function offsetWords(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The wall time read as if it were UTC, or null when it is no date ("2026-02-30T10:00"). */
function asUtc(wall: WallTime): number | null {
  const [, year, month, day, hour, minute] = (WALL.exec(wall) ?? []).map(Number);
  if (year === undefined) return null;
  const utc = Date.UTC(year, (month ?? 0) - 1, day, hour, minute);
  return Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 16) !== wall ? null : utc;
}

/** The instant of the one change of offset between two instants, to the minute. */
function changeBetween(timeZone: string, fromMs: number, toMs: number): number {
  const before = offsetMs(timeZone, fromMs);
  let [low, high] = [fromMs / MINUTE_MS, toMs / MINUTE_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(timeZone, middle * MINUTE_MS) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}

/** Which instant a wall time in an IANA zone means: one, two or none. */
export function resolveWallTime(wall: WallTime, timeZone: string): ResolvedWallTime {
  const utc = asUtc(wall);
  if (utc === null) return { kind: "invalid" };
  const before = offsetMs(timeZone, utc - AHEAD_MS);
  const after = offsetMs(timeZone, utc + BEHIND_MS);
  const moments = [...new Set([before, after])]
    .map((offset) => ({ atMs: utc - offset, offset }))
    .filter(({ atMs, offset }) => offsetMs(timeZone, atMs) === offset)
    .map(({ atMs, offset }) => ({ atMs, offset: offsetWords(offset) }))
    .toSorted((first, second) => first.atMs - second.atMs);
  const [earlier, later] = moments;
  if (earlier && later) return { kind: "twice", earlier, later };
  if (earlier) return { kind: "one", atMs: earlier.atMs };
  const nextMs = changeBetween(timeZone, utc - AHEAD_MS, utc + BEHIND_MS);
  return {
    kind: "never",
    from: new Date(nextMs + before).toISOString().slice(0, 16),
    next: toWallTime(nextMs, timeZone),
    nextMs,
  };
}

/** The same wall time so many days on: 23:59 stays 23:59 when clocks change between. */
export const addLocalDays = (atMs: number, days: number, timeZone: string): number =>
  addDays(new TZDateMini(atMs, timeZone), days).getTime();
