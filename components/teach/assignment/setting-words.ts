/** What an assignment asks for, in words. */
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";

export const stagesWords = ({ stages }: Pick<AssignmentSettings, "stages">): string =>
  stages.length === 0 ? "All seven" : stages.map((stage) => STAGE_INFO[stage].title).join(", ");

export function attemptsWords(attempts: number, kept: AssignmentSettings["attemptKept"]): string {
  const count = formatWithNoun(attempts, "attempt");
  return attempts === 1 ? count : `${count}, the ${kept} counts`;
}
