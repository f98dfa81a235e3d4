/** How the lab prints numbers: grouped counts, milliseconds and shares, always with their unit. */

const counts = new Intl.NumberFormat("en");
export const formatCount = (count: number): string => counts.format(count);

/** "1 topic", "1,200 topics". */
export const formatMany = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "videos" to "Videos". */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "0.4 ms", "12 ms", "1.3 s"; below what a browser's clock can tell: "under 0.1 ms". */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds >= 10) return `${Math.round(milliseconds)} ms`;
  return milliseconds < 0.05 ? "<0.1 ms" : `${milliseconds.toFixed(1)} ms`;
}

/** A share in [0, 1] as a percentage with about two significant digits. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent >= 10 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}

/** "45 s", "12:04", "1:02:10". */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `0:${String(whole).padStart(2, "0")}`;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const clock = `${hours > 0 ? String(minutes).padStart(2, "0") : minutes}:${String(whole % 60).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

/** "today", "1 day ago", "12 days ago". */
export function formatAge(days: number): string {
  const whole = Math.floor(days);
  if (whole < 1) return "today";
  return whole === 1 ? "1 day ago" : `${whole} days ago`;
}
