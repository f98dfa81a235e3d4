const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "2026-11-22" -> "22 November 2026". */
export const formatDate = (isoDate: string): string => format.format(new Date(`${isoDate}T00:00:00Z`));
