/**
 * The company that a point keeps: what the other points of the same text came to. One sentence in the right words may
 * be luck, a list or a mistake; beside points that are explained it is more likely meant, beside statements that are
 * wrong it is less (decision 32).
 *
 * Counted over points, never over words: length earns nothing. A text too short to have company is read alone.
 */
import type { Company } from "@/lib/grading/alignment/company-features";
import type { Gate, PointGrade } from "@/lib/grading/types";

/** Up to so many words in its text a point is read alone; from the second number on its company counts in full. */
const ALONE_WORDS = 30;
const COMPANY_WORDS = 60;
/** From this credit on the words alone say that a point was explained. */
const EXPLAINED = 0.8;

const NO_COMPANY: Company = {
  othersCredit: 0,
  othersExplained: 0,
  othersMisconceived: 0,
  othersMentioned: 0,
};

/** Shares of the other points of a text, each 0 to 1; `points` as they were read alone. */
export function companyOf(points: readonly PointGrade[], point: PointGrade): Company {
  const others = points.filter((other) => other !== point);
  if (others.length === 0) return NO_COMPANY;
  const share = (weigh: (other: PointGrade) => number) =>
    others.reduce((sum, other) => sum + weigh(other), 0) / others.length;
  return {
    othersCredit: share(({ credit }) => credit),
    othersExplained: share(({ credit }) => (credit >= EXPLAINED ? 1 : 0)),
    othersMisconceived: share(({ misconception }) => (misconception ? 1 : 0)),
    othersMentioned: share(({ gate }) => (gate === "mentioned" ? 1 : 0)),
  };
}

/** Company alone explains nothing: what it lifts a point to stays below this. */
const MOST_BY_COMPANY = 0.6;
/** Where more of the points than this are out of order or addressed to the grader, nothing is explained. */
const SPOILT = 0.1;
const SPOILING: readonly (Gate | null)[] = ["order", "injection"];

/** Whether a text is spoilt by what it does beside answering. */
export function isSpoilt(points: readonly PointGrade[]): boolean {
  const spoilt = points.filter(({ gate }) => SPOILING.includes(gate)).length;
  return spoilt > SPOILT * points.length;
}

/** What a text that only names, or denies throughout, leaves of the credit for naming: nothing is left at 0. */
const LEAST_OF_CAP = 0.1;

/** Share of a gated point's credit that stays: the more of the other points are gated as well, the less. */
export function ofCap(points: readonly PointGrade[], point: PointGrade, weight: number): number {
  const others = points.filter((other) => other !== point && other.verdict !== "missing");
  const gated = others.filter(({ gate }) => gate === "mentioned" || gate === "maybe-contradicts").length;
  return others.length === 0 ? 1 : Math.max(LEAST_OF_CAP, 1 - (weight * gated) / others.length);
}

export type CompanyStrength = {
  /** How much company counts in the text, 0 to 1. */
  weight: number;
  isSpoilt: boolean;
  /** Something wrong was said beside it. */
  isDoubtful: boolean;
};

/**
 * What a point's words are worth, 0 to 1. What was explained stays explained, unless something wrong stands beside it.
 * @param alone what they are worth by themselves
 * @param together what they are worth in their company
 */
export function settle(alone: number, together: number, strength: CompanyStrength): number {
  const settled = (1 - strength.weight) * alone + strength.weight * together;
  if (strength.isSpoilt) return Math.min(alone, settled, MOST_BY_COMPANY);
  const isExplained = alone >= EXPLAINED && !strength.isDoubtful;
  if (settled <= alone) return isExplained ? Math.max(settled, EXPLAINED) : settled;
  return Math.max(alone, Math.min(settled, MOST_BY_COMPANY));
}

/** How much company counts in a text, 0 to 1. */
export function companyWeight(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  return Math.max(0, Math.min(1, (words - ALONE_WORDS) / (COMPANY_WORDS - ALONE_WORDS)));
}
