/** A lateness in words, in the largest unit that says enough: "40 min", "5 h", "1 d 4 h". */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function lateWords(seconds: number): string {
  if (seconds < HOUR) return `${Math.max(1, Math.round(seconds / MINUTE))} min`;
  const hours = Math.round(seconds / HOUR);
  if (hours * HOUR < DAY) return `${hours} h`;
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return rest === 0 ? `${days} d` : `${days} d ${rest} h`;
}
