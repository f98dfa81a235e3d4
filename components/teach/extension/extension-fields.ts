/** What the extension form starts with. */
import type { DateInput } from "@/lib/classroom/assignment-input";
import { addLocalDays, resolveWallTime, toWallTime } from "@/lib/classroom/dates/wall-time";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import type { ListedStudent } from "@/lib/data/assignment/list-students";

export const NOTHING_GRANTED: ExtensionInput = {
  releaseAt: null,
  dueAt: null,
  lateDueAt: null,
  timeMultiplier: 1,
  extraAttempts: 0,
  isExcused: false,
  reason: "",
};

function toDate(atMs: number | null, timeZone: string): DateInput | null {
  if (atMs === null) return null;
  const wall = toWallTime(atMs, timeZone);
  const resolved = resolveWallTime(wall, timeZone);
  return { wall, fold: resolved.kind === "twice" && resolved.later.atMs === atMs ? "later" : "earlier" };
}

/** Of one student what they have; of several nothing, as what is granted takes the place of what each has. */
export function startOf(students: readonly ListedStudent[], timeZone: string): ExtensionInput {
  const [only] = students;
  if (students.length !== 1 || !only?.extension) return NOTHING_GRANTED;
  const { releaseAtMs, dueAtMs, lateDueAtMs, updatedAtMs: _seen, ...rest } = only.extension;
  return {
    ...rest,
    releaseAt: toDate(releaseAtMs, timeZone),
    dueAt: toDate(dueAtMs, timeZone),
    lateDueAt: toDate(lateDueAtMs, timeZone),
  };
}

/** So many days after a date of the assignment, at the same time on the wall. */
export const daysAfter = (atMs: number, days: number, timeZone: string): DateInput => ({
  wall: toWallTime(addLocalDays(atMs, days, timeZone), timeZone),
  fold: "earlier",
});
