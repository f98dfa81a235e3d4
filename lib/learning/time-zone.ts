/** The name of a time zone as it comes from a browser. Apart from day.ts, which pages carry and zod they need not. */
import * as z from "zod";

/** Names only: an offset like "+02:00", which some runtimes take too, would not follow the change of clocks. */
const IANA_NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;

function isTimeZone(name: string): boolean {
  if (!IANA_NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A name of the IANA time zone database, for example Europe/Berlin. */
export const timeZoneSchema = z.string().min(1).max(60).refine(isTimeZone, "This is no time zone.");

/** Every zone to choose from, by name. UTC is no zone of a place, so the runtime's list may lack it. */
export const timeZones = (): string[] => [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
