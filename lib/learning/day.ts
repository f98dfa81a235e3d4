/**
 * A person's day: it begins at four in the morning where they are, so that an evening session past midnight counts
 * for the evening. Limits ("20 new cards a day") and intervals ("in 3 days") are counted in these days.
 */
export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
export const DAY_STARTS_AT_HOUR = 4;
/** How many new cards a day a person may choose. */
export const NEW_PER_DAY_CHOICES = [5, 10, 20, 40, 80] as const;

/** Milliseconds by which clocks in the zone are ahead of UTC at an instant. */
function offsetMs(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return wall - Math.floor(at.getTime() / 1_000) * 1_000;
}

/** Wall time of the zone, less the hours before a day begins, as if it were UTC: its date is the learning day. */
export const onLearningClock = (at: Date, timeZone: string): Date =>
  new Date(at.getTime() + offsetMs(timeZone, at) - DAY_STARTS_AT_HOUR * HOUR_MS);

/** Days since 1970 as the person counts them. */
export const dayNumber = (at: Date, timeZone: string): number =>
  Math.floor(onLearningClock(at, timeZone).getTime() / DAY_MS);

export type LearningDay = { number: number; startsAt: Date; endsAt: Date };

/** The instant at which a day begins: its wall time less the zone's offset then, which summer time may have moved. */
function startOf(number: number, timeZone: string): Date {
  const wall = number * DAY_MS + DAY_STARTS_AT_HOUR * HOUR_MS;
  return new Date(wall - offsetMs(timeZone, new Date(wall - offsetMs(timeZone, new Date(wall)))));
}

/** The day in which `now` lies; `endsAt` belongs to the next one. */
export function learningDay(now: Date, timeZone: string): LearningDay {
  const number = dayNumber(now, timeZone);
  return { number, startsAt: startOf(number, timeZone), endsAt: startOf(number + 1, timeZone) };
}
