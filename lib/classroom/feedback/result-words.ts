/** A grade in plain words: how it came about, and who decided what. Students read them; graders are not named. */
import type { LatePolicy } from "@/lib/classroom/assignment";
import type { DecidedBy } from "@/lib/classroom/grading/decide";
import { countedLateSeconds, lateUnits } from "@/lib/classroom/late-policy";

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
/** A percentage of 0 to 100, with one decimal where it has one: "87.5 %". */
export const percentWords = (percent: number): string => `${rounded(percent)} %`;
/** A credit of 0 to 1 as a percentage. */
export const creditWords = (credit: number): string => percentWords(credit * 100);

/** "82.5 of 100 points". */
export const pointsWords = (percent: number, pointsPossible: number): string =>
  `${rounded((percent / 100) * pointsPossible)} of ${rounded(pointsPossible)} points`;

const ROUNDING: Record<LatePolicy["rounding"], string> = {
  up: ", each that has begun counting whole",
  down: ", only whole ones counting",
  exact: ", by the exact time",
};
const plural = (count: number, noun: string): string => `${rounded(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The policy as a sentence; null when lateness costs nothing. */
export function policyWords(policy: LatePolicy): string | null {
  const { unit, percentPerUnit, rounding, floorPercent, graceMinutes } = policy;
  if (percentPerUnit === 0) return null;
  const floor = floorPercent > 0 ? ` Lateness alone takes no grade below ${percentWords(floorPercent)}.` : "";
  const grace = graceMinutes > 0 ? ` Up to ${plural(graceMinutes, "minute")} late counts as in time.` : "";
  return `Each ${unit} late takes ${percentWords(percentPerUnit)} of the points possible${ROUNDING[rounding]}.${grace}${floor}`;
}

/** Why lateness took what it took; null for work that came in time. `taken` is in percent of the points possible. */
export function latenessReason(policy: LatePolicy, lateSeconds: number, taken: number): string | null {
  if (lateSeconds === 0) return null;
  if (countedLateSeconds(policy, lateSeconds) === 0)
    return "Late, but within the grace: it counts as in time.";
  if (policy.percentPerUnit === 0) return "Late, which costs nothing here.";
  const units = lateUnits(policy, lateSeconds);
  const owed = units * policy.percentPerUnit;
  const sum = `${plural(units, policy.unit)} late at ${percentWords(policy.percentPerUnit)}`;
  const isBounded = Math.abs(owed - taken) > 1e-9;
  return isBounded
    ? `${sum} would be ${percentWords(owed)}; the floor leaves ${percentWords(taken)}.`
    : `${sum}.`;
}

export type DecidedPoint = {
  suggested: number;
  correctedBy: number;
  decided: { credit: number; by: DecidedBy } | null;
};

/** Who decided a point, and whether a person and the machine agreed. */
export function decisionWords({ suggested, correctedBy, decided }: DecidedPoint): string {
  const moved =
    correctedBy > 0 ? `, moved by ${plural(correctedBy, "correction")} of your graders in this class` : "";
  const machine = `${creditWords(suggested)}${moved}`;
  if (!decided) return `The machine suggested ${machine}. Nobody changed it, so it stands.`;
  const { credit, by } = decided;
  const isSame = Math.abs(credit - suggested) < 1e-6;
  if (by === "group") {
    const outcome = isSame ? "as the machine suggested" : `where the machine suggested ${machine}`;
    return `Your graders decided it together with other answers of the same kind, ${outcome}.`;
  }
  if (by === "accepted" || isSame) return `A grader read it and agreed with the machine: ${machine}.`;
  return `The machine suggested ${machine}. A grader decided otherwise.`;
}
