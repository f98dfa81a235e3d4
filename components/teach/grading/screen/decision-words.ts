/** Credits and decisions in words, the same for eyes and ears. */
import type { ShownDecision } from "@/lib/classroom/grading/point-state";

/** 0.83, 0.5, 1: at most two decimals, none that say nothing. */
export const creditWords = (credit: number | null): string =>
  credit === null ? "undecided" : String(Math.round(credit * 100) / 100);

const HOW = { accepted: "accepted", changed: "changed", group: "with a group" } as const;

/** "you, accepted", "Aron Assistant, changed". */
export function whoWords({ decidedBy, grader, isMine }: ShownDecision): string {
  if (!decidedBy) return "";
  return `${isMine ? "you" : (grader ?? "somebody whose account is gone")}, ${HOW[decidedBy]}`;
}

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
/** What was typed into a box for a number, with a point or a comma; NaN when it is none. */
export const numberTyped = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));

export const timeWords = (atMs: number): string => TIME.format(atMs);
