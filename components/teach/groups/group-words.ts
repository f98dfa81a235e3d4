/** What became of a press over many answers, in words. */
import type { Recalibrated } from "@/lib/data/grading-group/recalibrate";
import type { GroupDecided } from "@/lib/data/grading-group/set-group-credit";
import { formatWithNoun } from "@/lib/framework/units";

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
