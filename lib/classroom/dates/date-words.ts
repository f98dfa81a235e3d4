/** Dates of a class in words: in the class's zone, and beside it what the reader's own clock shows. */
import { TZDateMini } from "@date-fns/tz";
import { format } from "date-fns";
import { type ResolvedWallTime, toWallTime, type WallTime } from "./wall-time";

const FULL = "EEE d MMM yyyy, HH:mm";
const DAY = "d MMM yyyy";

/** The city that names a zone: "Europe/Berlin" is "Berlin", "America/Argentina/Buenos_Aires" is "Buenos Aires". */
export const zoneWords = (timeZone: string): string =>
  (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** "Sun 1 Nov 2026, 23:59 Berlin". */
export const dateWords = (atMs: number, timeZone: string): string =>
  `${format(new TZDateMini(atMs, timeZone), FULL)} ${zoneWords(timeZone)}`;

/** "1 Nov 2026", in the zone of the class. */
export const dayWords = (atMs: number, timeZone: string): string =>
  format(new TZDateMini(atMs, timeZone), DAY);

/** "Sun 1 Nov 2026, 23:59", for a wall time whose zone has been named. */
export const wallWords = (wall: WallTime): string => format(new TZDateMini(`${wall}Z`, "UTC"), FULL);

/**
 * What the reader's clock shows, no longer than it must be: "17:59 your time" on the same day, with the day when that
 * differs, "also your time" when both clocks show the same.
 */
export function readerWords(atMs: number, classZone: string, readerZone: string): string {
  const [there, here] = [toWallTime(atMs, classZone), toWallTime(atMs, readerZone)];
  if (there === here) return "also your time";
  const own = new TZDateMini(atMs, readerZone);
  if (there.slice(0, 10) === here.slice(0, 10)) return `${format(own, "HH:mm")} your time`;
  const isSameYear = there.slice(0, 4) === here.slice(0, 4);
  return `${format(own, isSameYear ? "EEE d MMM, HH:mm" : FULL)} your time`;
}

/** Both: "Sun 1 Nov 2026, 23:59 Berlin · 17:59 your time". */
export const dateWordsForReader = (atMs: number, classZone: string, readerZone: string): string =>
  `${dateWords(atMs, classZone)} · ${readerWords(atMs, classZone, readerZone)}`;

/** Why a wall time cannot be used, and the next that can; null when it can. */
export function refusalWords(resolved: ResolvedWallTime, timeZone: string): string | null {
  if (resolved.kind === "invalid") return "Enter a date and a time.";
  if (resolved.kind !== "never") return null;
  const { from, next } = resolved;
  return `Clocks in ${zoneWords(timeZone)} go from ${wallWords(from)} straight to ${wallWords(next)}: this time does not exist. The next that does is ${wallWords(next)}.`;
}
