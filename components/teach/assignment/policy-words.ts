/** What an assignment asks for and what lateness costs, in sentences. */
import type { AssignmentSettings, LatePolicy } from "@/lib/classroom/assignment";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatNumber, formatWithNoun } from "@/lib/framework/units";

const ROUNDING_WORDS: Record<LatePolicy["rounding"], string> = {
  up: "a begun one counts whole",
  down: "a begun one does not count",
  exact: "counted by the minute",
};

/** "10 percent points each day late (a begun one counts whole), never below 50 %. 15 min of grace." */
export function latePolicyWords(policy: LatePolicy): string {
  const { unit, percentPerUnit, rounding, floorPercent, graceMinutes } = policy;
  if (percentPerUnit === 0) return "Lateness costs nothing.";
  const floor = floorPercent > 0 ? `, never below ${formatNumber(floorPercent)} %` : "";
  const grace = graceMinutes > 0 ? ` The first ${graceMinutes} min are free.` : "";
  return `${formatNumber(percentPerUnit)} percent points for each ${unit} late (${ROUNDING_WORDS[rounding]})${floor}.${grace}`;
}

export const stagesWords = ({ stages }: Pick<AssignmentSettings, "stages">): string =>
  stages.length === 0 ? "All seven" : stages.map((stage) => STAGE_INFO[stage].title).join(", ");

export function attemptsWords(attempts: number, kept: AssignmentSettings["attemptKept"]): string {
  const count = formatWithNoun(attempts, "attempt");
  return attempts === 1 ? count : `${count}, the ${kept} counts`;
}
