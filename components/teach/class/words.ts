/** "11 Dec 2026", in the zone of the class. */
export const dayInZone = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(instant);
