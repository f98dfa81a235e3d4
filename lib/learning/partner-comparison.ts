/**
 * A partner's scoring sheet beside the report: point by point, stage by stage, and how far the two agree beyond chance.
 * It is shown and changes no score: two people who heard the same answer differ as well, and that is worth seeing.
 */
import { exactAgreement, kappaWords, quadraticWeightedKappa } from "@/lib/evaluation/agreement";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import type { ReportPoint } from "@/lib/grading/report/schema";
import { stageRating } from "@/lib/grading/rubric/level";
import type { Verdict } from "@/lib/grading/types";
import { type Mark, nearestMark, type SheetMark } from "./scoring-sheet";

export type ComparedPoint = {
  point: ReportPoint;
  partner: Mark;
  /** The report's credit on the partner's scale. */
  machine: Mark;
  note: string;
};
/** Stage ratings of 0 to 4, both over the points that the partner marked. */
export type ComparedStage = { stage: Stage; partner: number; machine: number; marked: number; of: number };
export type Agreement = { points: number; same: number; exact: number; kappa: number };
export type PartnerComparison = {
  points: ComparedPoint[];
  stages: ComparedStage[];
  agreement: Agreement;
  /** Notes on points without a mark. */
  notes: { point: ReportPoint; note: string }[];
};

const VERDICT_OF_MARK: Record<Mark, Verdict> = { 0: "missing", 0.5: "partly", 1: "explained" };

const asMarked = ({ point, partner }: ComparedPoint): ReportPoint => ({
  ...point,
  credit: partner,
  verdict: VERDICT_OF_MARK[partner],
});

function compareStage(stage: Stage, points: readonly ComparedPoint[], of: number): ComparedStage[] {
  if (points.length === 0) return [];
  const partner = stageRating(points.map(asMarked)).value;
  const machine = stageRating(points.map(({ point }) => point)).value;
  return [{ stage, partner, machine, marked: points.length, of }];
}

/** Marks of points that the report does not know are left out: the rubric has moved on since. */
export function comparePartner(
  points: readonly ReportPoint[],
  marks: readonly SheetMark[],
): PartnerComparison {
  const byPoint = new Map(marks.map((mark) => [mark.pointId, mark]));
  const compared: ComparedPoint[] = [];
  const notes: PartnerComparison["notes"] = [];
  for (const point of points) {
    const { mark = null, note = "" } = byPoint.get(point.id) ?? {};
    if (mark !== null) compared.push({ point, partner: mark, machine: nearestMark(point.credit), note });
    else if (note !== "") notes.push({ point, note });
  }
  const [partner, machine] = [compared.map((one) => one.partner), compared.map((one) => one.machine)];
  return {
    points: compared,
    notes,
    stages: STAGES.flatMap((stage) => {
      const own = compared.filter(({ point }) => point.stage === stage);
      return compareStage(stage, own, points.filter((point) => point.stage === stage).length);
    }),
    agreement: {
      points: compared.length,
      same: compared.filter((one) => one.partner === one.machine).length,
      exact: exactAgreement(partner, machine),
      kappa: quadraticWeightedKappa(partner, machine),
    },
  };
}

/** The points on which the two differ, the furthest apart first. */
export const differences = ({ points }: PartnerComparison): ComparedPoint[] =>
  points
    .filter((one) => one.partner !== one.machine)
    .sort((a, b) => Math.abs(b.partner - b.machine) - Math.abs(a.partner - a.machine));

/** Fewer points say nothing of agreement: their kappa jumps with a single mark. */
export const LEAST_POINTS = 5;

/** The agreement as a sentence or two. */
export function agreementWords({ points, same, exact, kappa }: Agreement): string {
  if (points === 0) return "No point was marked.";
  const share = `The same mark on ${same} of ${formatWithNoun(points, "point")} (${Math.round(exact * 100)} %).`;
  if (points < LEAST_POINTS) return `${share} Too few points to speak of agreement.`;
  if (Number.isNaN(kappa)) return `${share} Both gave one mark throughout, which cannot be told from chance.`;
  const words = kappaWords(kappa);
  return `${share} Weighted kappa ${kappa.toFixed(2).replace("-", "\u2212")}: ${words}${kappa < 0 ? "" : " beyond chance"}.`;
}
