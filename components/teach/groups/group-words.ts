/** What became of a press over many answers, in words. */

import type { Groups } from "@/lib/data/grading-group/load-groups";
import type { Recalibrated } from "@/lib/data/grading-group/recalibrate";
import type { GroupDecided } from "@/lib/data/grading-group/set-group-credit";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";

/** By what answers are grouped: the machine's verdict, or a decision by the name that its field has in the form. */
export const fieldWords = ({ fields, field }: Pick<Groups, "fields" | "field">): string =>
  fields.find(({ id }) => id === field)?.label ?? "The machine's verdict";

/** Where there are no words to show as an example. */
export const nothingWritten = (stage: Stage): string =>
  `Nothing was written on “${STAGE_INFO[stage].title}”.`;

const answers = (count: number): string => formatWithNoun(count, "answer");

export function decidedWords({ changed, same, refused }: GroupDecided, credit: number | null): string {
  const words = [
    credit === null ? `${answers(changed.length)} undecided again.` : `${answers(changed.length)} decided.`,
  ];
  if (same > 0) words.push(`${answers(same)} had that already.`);
  if (refused.length > 0) words.push(`${answers(refused.length)} left as somebody else decided meanwhile.`);
  return words.join(" ");
}

export function recalibratedWords({ points, decided, changed }: Recalibrated): string {
  if (points === 0) return "Nothing to learn from yet: a point needs three decided answers.";
  const from = `From ${decided} decisions, on ${formatWithNoun(points, "point")} with three or more`;
  if (changed === 0) return `${from}: no suggestion changed.`;
  return `${from}: ${formatWithNoun(changed, "suggestion")} changed. Decided points stay as they are.`;
}
