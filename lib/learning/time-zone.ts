/** The name of a person's time zone as it comes from a browser. Apart from day.ts, which pages carry and zod they need not. */
import * as z from "zod";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A name of the IANA time zone database, for example Europe/Berlin. */
export const timeZoneSchema = z.string().min(1).max(60).refine(isTimeZone, "This is no time zone.");
