/**
 * What lateness costs: so many percent of the points possible for each hour or day late, from the due date that held
 * for the student, never below a floor. A unit that has begun counts whole when rounding up, as in Canvas, where 1.3
 * days late is 2 days (Instructure Community guide "How do I apply a late submission policy in the Gradebook?").
 * Grace only decides whether a submission is late at all: whoever exceeds it is late from the due date on.
 */
import type { LatePolicy } from "./assignment";

export const SECONDS_OF_LATE_UNIT: Record<LatePolicy["unit"], number> = { hour: 3_600, day: 86_400 };
const SECONDS_OF_MINUTE = 60;

const ROUND: Record<LatePolicy["rounding"], (units: number) => number> = {
  up: Math.ceil,
  down: Math.floor,
  exact: (units) => units,
};

/** Whether a submission that came `lateSeconds` after its due date still counts as in time. */
export function isWithinGrace({ graceMinutes }: LatePolicy, lateSeconds: number): boolean {
  return lateSeconds <= graceMinutes * SECONDS_OF_MINUTE;
}

/** Seconds of lateness that are held against a submission: none within grace, otherwise all since the due date. */
export function countedLateSeconds(policy: LatePolicy, lateSeconds: number): number {
  return isWithinGrace(policy, lateSeconds) ? 0 : Math.max(0, lateSeconds);
}

/** Hours or days late, rounded as the policy says; a whole number unless the rounding is "exact". */
export function lateUnits(policy: LatePolicy, lateSeconds: number): number {
  return ROUND[policy.rounding](countedLateSeconds(policy, lateSeconds) / SECONDS_OF_LATE_UNIT[policy.unit]);
}

/**
 * The percent points that lateness takes: $\min(u \cdot p,\ \max(0, r - f))$ with $u$ units late, $p$ percent a unit,
 * the raw percentage $r$ and the floor $f$. What is left is never below the floor; a grade already below it stays.
 * @param lateSeconds whole seconds after the student's own due date, grace not taken off; 0 when in time
 * @param rawPercent 0 to 100, before lateness
 * @returns 0 to 100, in percent of the points possible
 */
export function latePercent(policy: LatePolicy, lateSeconds: number, rawPercent: number): number {
  const owed = lateUnits(policy, lateSeconds) * policy.percentPerUnit;
  return Math.min(owed, Math.max(0, rawPercent - policy.floorPercent));
}

const MINUTE = SECONDS_OF_MINUTE;
const HOUR = 3_600;
const DAY = 86_400;
/** Lateness that shows what a policy does: the steps and where they begin. */
const SHOWN: Record<LatePolicy["unit"], readonly number[]> = {
  hour: [10 * MINUTE, HOUR, 1.5 * HOUR, 6 * HOUR, DAY],
  day: [10 * MINUTE, 6 * HOUR, DAY, 1.3 * DAY, 3 * DAY],
};

export type LateExample = { lateSeconds: number; units: number; taken: readonly number[] };

/**
 * What lateness costs, for a person to look at before they decide: some times late, and what each takes from each of
 * the grades. The end of grace stands among them when there is grace.
 * @param windowSeconds how long after the due date anything is accepted; later examples are left out
 */
export function lateExamples(
  policy: LatePolicy,
  windowSeconds: number,
  rawPercents: readonly number[],
): LateExample[] {
  const grace = policy.graceMinutes * MINUTE;
  const seconds = new Set([...SHOWN[policy.unit], ...(grace > 0 ? [grace, grace + 1] : [])]);
  return [...seconds]
    .filter((late) => late <= windowSeconds)
    .toSorted((first, second) => first - second)
    .map((lateSeconds) => ({
      lateSeconds,
      units: lateUnits(policy, lateSeconds),
      taken: rawPercents.map((raw) => latePercent(policy, lateSeconds, raw)),
    }));
}
