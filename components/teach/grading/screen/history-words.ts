/** A change of a grade in words. What is logged is read leniently: older entries may hold less. */
import * as z from "zod";
import { percentWords } from "@/lib/classroom/feedback/result-words";
import type { HistoryEntry, HistoryKind } from "@/lib/data/grading/load-history";
import { creditWords } from "./decision-words";

export const KIND_WORDS: Record<HistoryKind, string> = {
  "point-graded": "Point decided",
  "group-graded": "Point decided with a group",
  "grade-adjusted": "Grade adjusted by hand",
  "grade-changed": "Released grade changed",
  "regrade-answered": "Regrade request answered",
};

const number = z.number().nullable().catch(null);
const loggedSchema = z
  .object({ credit: number, adjustment: number, finalPercent: number, reason: z.string().catch("") })
  .catch({ credit: null, adjustment: null, finalPercent: null, reason: "" });

const gradeWords = (percent: number | null): string => (percent === null ? "none" : percentWords(percent));

/** "undecided → 0.5", "62 % → 72 % (+10: The network was down.)" */
export function changeWords({
  kind,
  before,
  after,
}: Pick<HistoryEntry, "kind" | "before" | "after">): string {
  const [from, to] = [loggedSchema.parse(before ?? {}), loggedSchema.parse(after ?? {})];
  if (kind === "grade-changed") return `${gradeWords(from.finalPercent)} → ${gradeWords(to.finalPercent)}`;
  if (kind === "grade-adjusted") {
    const sign = (to.adjustment ?? 0) > 0 ? "+" : "";
    return `${gradeWords(from.finalPercent)} → ${gradeWords(to.finalPercent)} (${sign}${to.adjustment ?? 0}: ${to.reason})`;
  }
  return `${creditWords(from.credit)} → ${creditWords(to.credit)}`;
}
