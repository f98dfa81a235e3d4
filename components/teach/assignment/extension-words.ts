/** What a student is granted, in few words for a cell. */
import { wallWords } from "@/lib/classroom/dates/date-words";
import { toWallTime } from "@/lib/classroom/dates/wall-time";
import type { Grant } from "@/lib/classroom/extension-input";
import { formatNumber, formatWithNoun } from "@/lib/framework/units";

/** "due Sun 8 Nov 2026, 23:59 · 1.5 × time · 1 more attempt". Dates are the class's. */
export function grantWords(grant: Omit<Grant, "reason">, timeZone: string): string {
  const date = (words: string, atMs: number | null) =>
    atMs === null ? null : `${words} ${wallWords(toWallTime(atMs, timeZone))}`;
  const parts = [
    grant.isExcused ? "excused" : null,
    date("release", grant.releaseAtMs),
    date("due", grant.dueAtMs),
    date("late until", grant.lateDueAtMs),
    grant.timeMultiplier > 1 ? `${formatNumber(grant.timeMultiplier)} × time` : null,
    grant.extraAttempts > 0 ? `${formatWithNoun(grant.extraAttempts, "more attempt")}` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : "nothing beyond the assignment's own";
}
