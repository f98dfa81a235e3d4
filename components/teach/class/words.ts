/** "Fri 11 Dec 2026, 23:59 (Europe/Berlin)": an instant in the zone that a class means its dates in. */
export function inZone(instant: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(instant);
  return `${text} (${timeZone})`;
}

/** "11 Dec 2026". */
export const dayInZone = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(instant);
