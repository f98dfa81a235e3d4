/**
 * Answers that say the same, so that a point can be decided once for all of them (as graders of paper sort a pile
 * first): those with the same choice in a field of the design, or with the same verdict of the machine on the point.
 */
import { groupBy } from "@/lib/classroom/group-by";
import { VERDICTS } from "@/lib/grading/types";

/** The key of those who chose nothing in a field. */
export const NO_CHOICE = "";

export type GroupedAnswer = {
  submissionId: string;
  /** A verdict, or the value that was chosen. */
  key: string;
  /** 0 to 1 as a person decided; null: not yet. */
  credit: number | null;
};
export type AnswerGroup<Answer> = { key: string; answers: Answer[]; undecided: number };

/** Verdicts from the worst to the best; choices by how many made them, and those without one last. */
export function groupAnswers<Answer extends GroupedAnswer>(
  answers: readonly Answer[],
  by: "verdict" | "field",
): AnswerGroup<Answer>[] {
  const groups = [...groupBy(answers, ({ key }) => key)].map(([key, members]) => ({
    ...{ key, answers: members },
    undecided: members.filter(({ credit }) => credit === null).length,
  }));
  const place = (key: string) => -(VERDICTS as readonly string[]).indexOf(key);
  if (by === "verdict") return groups.sort((one, other) => place(one.key) - place(other.key));
  return groups.sort(
    (one, other) =>
      Number(one.key === NO_CHOICE) - Number(other.key === NO_CHOICE) ||
      other.answers.length - one.answers.length ||
      (one.key < other.key ? -1 : 1),
  );
}
